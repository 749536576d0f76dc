package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks a waiver in a request as the server does. */
public final class WaiverRules {
  private WaiverRules() {}

  public static void refuseServerSet(ObjectNode waiver) {
    for (String member : List.of("created_by", "created_at")) {
      if (waiver.has(member)) {
        throw CurationPolicyRules.invalid(member + " of a waiver cannot be set");
      }
    }
  }

  public static void checkPackage(ObjectNode waiver) {
    requireTexts(waiver, "pkg_type", "pkg_name", "justification");
    if (!waiver.path("all_versions").isBoolean()) {
      throw CurationPolicyRules.invalid("all_versions of a waiver is required");
    }
    JsonNode versions = waiver.path("pkg_versions");
    if (!versions.isArray() && !Trees.isAbsent(versions)) {
      throw CurationPolicyRules.invalid("pkg_versions of a waiver must be a list");
    }
    for (JsonNode version : versions) {
      if (!version.isTextual()) {
        throw CurationPolicyRules.invalid("pkg_versions of a waiver must be a list of texts");
      }
    }
    if (waiver.path("all_versions").asBoolean() != versions.isEmpty()) {
      throw CurationPolicyRules.invalid(
          "a waiver needs either all_versions or at least one of pkg_versions");
    }
  }

  public static void checkLabel(ObjectNode waiver) {
    requireTexts(waiver, "label", "justification");
  }

  private static void requireTexts(ObjectNode waiver, String... members) {
    for (String member : members) {
      if (!waiver.path(member).isTextual() || waiver.path(member).textValue().isBlank()) {
        throw CurationPolicyRules.invalid(member + " of a waiver is required");
      }
    }
  }
}
