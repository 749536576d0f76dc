package io.github.xrayclient.curation.internal.fields;

import static io.github.xrayclient.internal.write.WireField.field;

import io.github.xrayclient.internal.write.WireFields;
import java.util.List;

/**
 * The fields of curation policies. Only fields that are known to be editable are sent, in this
 * order.
 */
public final class CurationPolicyFields {
  /** The two lists of waivers. Waivers that are kept are sent by their ids alone. */
  public static final List<String> WAIVERS = List.of("waivers", "label_waivers");

  /** The table of the fields. */
  public static final WireFields FIELDS = WireFields.of(
      field("name").editable(),
      field("scope").editable().word(),
      field("repo_exclude").editable().set(),
      field("repo_include").editable().set(),
      field("pkg_types_include").editable().set().word(),
      field("group_include").editable().set(),
      field("group_exclude").editable().set(),
      field("policy_action").editable().word(),
      field("condition_id").editable(),
      field("notify_emails").editable().set(),
      field("waiver_request_config").editable().word().filledInAs("forbidden"),
      field("decision_owners").editable().set(),
      field("block_from_cache").editable(),
      field("share_with_federation").editable(),
      field("waivers").editable().unordered().of(WaiverFields.OF_PACKAGE),
      field("label_waivers").editable().unordered().of(WaiverFields.OF_LABEL),
      field("condition").setByServer().of(ConditionFields.FIELDS),
      field("enabled").setByServer().filledInAs("true"));

  private CurationPolicyFields() {}
}
