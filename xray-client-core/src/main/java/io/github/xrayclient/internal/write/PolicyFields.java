package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

/** What is known of the fields of policies. Everything that servers do not set is sent. */
public final class PolicyFields {
  /** The table; the fields of rules, criteria and actions stand in it too. */
  public static final WireFields FIELDS = WireFields.of(
          field("from").number(),
          field("to").number(),
          field("allow_unknown").withoutDefault(),
          field("use_and_condition").withoutDefault(),
          field("fail_pull_request").neverGivenBack())
      .withSetByServer("author", "created", "modified", "watches", "project_key", "condition")
      .withUnordered(
          "rules",
          "vulnerability_ids",
          "package_versions",
          "allowed_licenses",
          "banned_licenses",
          "webhooks",
          "mails",
          "watches")
      .withWords(
          "type", "min_severity", "package_type", "op_risk_min_risk", "risk", "custom_severity")
      .identifiedBy("type", "name");

  private PolicyFields() {}
}
