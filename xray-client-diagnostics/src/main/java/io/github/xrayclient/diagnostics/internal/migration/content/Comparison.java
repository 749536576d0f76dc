package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.write.ContentFingerprints;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WireField;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares the content of two objects of one kind by its meaning for servers. */
public final class Comparison {
  /** Differences are listed field by field, and those of lists without an order entry by entry. */
  private static final DifferenceDetail DETAIL = new DifferenceDetail() {
    @Override
    public boolean isSplit(WireField field, JsonNode from, JsonNode to) {
      return (from.isObject() && to.isObject())
          || (field.isUnordered() && isList(from) && isList(to));
    }

    /** An absent list counts as an empty one. */
    private boolean isList(JsonNode node) {
      return node.isArray() || (!node.isContainerNode() && TreeDiff.isNothing(node));
    }

    @Override
    public String nameOf(WireFields fields, JsonNode entry) {
      if (entry.isValueNode()) {
        return entry.asText();
      }
      return entry.has("pkg_name")
          ? Waivers.name(entry)
          : String.join(" ", fields.identification(entry));
    }
  };

  private Comparison() {}

  /** The differences, each with the path of its field. */
  public static List<FieldChange> between(ObjectKind kind, ObjectNode from, ObjectNode to) {
    if (from.equals(to)) {
      return List.of();
    }
    return TreeDiff.between(
        ObjectKinds.fields(kind), DETAIL, completed(kind, from), completed(kind, to));
  }

  /** A text that is equal for two objects exactly if {@link #between} finds no difference. */
  static String fingerprint(ObjectKind kind, ObjectNode content) {
    String fingerprint = new ContentFingerprints<>(CanonicalJson::hash)
        .of(ObjectKinds.fields(kind), completed(kind, content));
    return fingerprint == null ? "" : fingerprint;
  }

  /** Completes a watch that does not say whether it is active. */
  private static ObjectNode completed(ObjectKind kind, ObjectNode content) {
    JsonNode general = content.path("general_data");
    if (kind != ObjectKind.WATCHES || general.hasNonNull("active")) {
      return content;
    }
    ObjectNode completed = content.deepCopy();
    completed.withObjectProperty("general_data").put("active", WatchSwitch.isOn(content));
    return completed;
  }
}
