package io.github.xrayclient.curation.internal.fields;

import static io.github.xrayclient.internal.write.WireField.field;

import io.github.xrayclient.internal.write.WireFields;

/** What is known of the fields of conditions. Only fields that are known as editable are sent. */
public final class ConditionFields {
  /** The table. */
  public static final WireFields FIELDS = WireFields.of(
          field("name").editable(),
          field("condition_template_id").editable(),
          field("param_values").editable().unordered().of(parameters()))
      .withSetByServer("is_custom", "risk_type", "supported_pkg_types", "on_demand")
      .withUnordered("supported_pkg_types");

  private ConditionFields() {}

  /** A value is about its parameter; the order of other lists, such as ranges, matters. */
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
