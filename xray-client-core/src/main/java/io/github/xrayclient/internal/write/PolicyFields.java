package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** The fields of policies. All fields that servers do not set themselves are sent. */
public final class PolicyFields {
  /** The table, which also contains the fields of rules, criteria and actions. */
  public static final WireFields FIELDS = WireFields.of(
          field("from").number(),
          field("to").number(),
          field("allow_unknown").withoutDefault(),
          field("use_and_condition").withoutDefault(),
          field("use_or_condition").withoutDefault(),
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

  /** Returns the editable part of a policy, a draft or an update. */
  public static ObjectNode content(Object value) {
    return FIELDS.withoutSetByServer(Json.MAPPER.valueToTree(value));
  }

  /** Returns the changes that an update makes to a policy as it was read. */
  public static List<FieldChange> changes(Object before, Object update) {
    return TreeDiff.ofUpdate(FIELDS, DifferenceDetail.FINE, content(before), content(update));
  }
}
