package io.github.xrayclient.internal.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares watches, drafts and updates of watches by what is known of their fields. */
final class WatchComparison implements ContentComparison {
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    return TreeDiff.between(WatchFields.FIELDS, content(expected), content(actual));
  }

  @Override
  public List<FieldChange> ofUpdate(Object update, Object before) {
    return TreeDiff.ofUpdate(
        WatchFields.FIELDS, DifferenceDetail.FINE, content(before), content(update));
  }

  /** What counts of a watch, a draft or an update, which does not contain the name. */
  private static ObjectNode content(Object value) {
    ObjectNode content = WatchFields.FIELDS.removeSetByServer(Json.MAPPER.valueToTree(value));
    if (content.get("general_data") instanceof ObjectNode) {
      ((ObjectNode) content.get("general_data")).remove("name");
    }
    return content;
  }
}
