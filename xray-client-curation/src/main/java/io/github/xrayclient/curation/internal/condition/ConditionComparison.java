package io.github.xrayclient.curation.internal.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares conditions and updates of conditions by the fields that can be edited. */
final class ConditionComparison implements ContentComparison {
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    return TreeDiff.between(ConditionFields.FIELDS, content(expected), content(actual));
  }

  @Override
  public List<FieldChange> ofUpdate(Object update, Object before) {
    return TreeDiff.ofUpdate(
        ConditionFields.FIELDS, DifferenceDetail.FINE, content(before), content(update));
  }

  private static ObjectNode content(Object value) {
    ObjectNode content = Json.MAPPER.valueToTree(value);
    return content.retain(ConditionFields.FIELDS.editable());
  }
}
