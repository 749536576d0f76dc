package io.github.xrayclient.curation.internal.fields;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.DifferenceDetail;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Map;

/** The fields of conditions. Only fields that are known to be editable are sent. */
public final class ConditionFields {
  /** The table of the fields. */
  public static final WireFields FIELDS = WireFields.of(
          field("name").editable(),
          field("condition_template_id").editable(),
          field("param_values").editable().unordered().of(parameters()))
      .withSetByServer("is_custom", "risk_type", "supported_pkg_types", "on_demand")
      .withUnordered("supported_pkg_types")
      .withWords("risk_type", "supported_pkg_types");

  private ConditionFields() {}

  /** The editable fields of a condition or an update. */
  public static ObjectNode content(Object value) {
    ObjectNode content = Json.MAPPER.valueToTree(value);
    return content.retain(FIELDS.editable());
  }

  /** Adds the parameters to a body if they could not be read, as received. */
  public static void addUnread(Map<String, Object> body, Map<String, JsonNode> extras) {
    if (extras.containsKey("param_values")) {
      FIELDS.addExtras(body, Map.of("param_values", extras.get("param_values")));
    }
  }

  /** What an update changes in a condition that was read. */
  public static List<FieldChange> changes(Object before, Object update) {
    return TreeDiff.ofUpdate(FIELDS, DifferenceDetail.FINE, content(before), content(update));
  }

  /**
   * The fields of a parameter. The order within a value matters, for example in a range of scores,
   * except in the lists that are named here.
   */
  private static WireFields parameters() {
    return WireFields.none()
        .with(field("param_id").key(), field("value").ordered().about("param_id"))
        .withUnordered(
            "list_of_package_licenses",
            "list_of_labels",
            "list_of_scorecard_checks",
            "package_versions")
        .withWords("package_type")
        .identifiedBy("param_id");
  }
}
