package io.github.xrayclient.diagnostics.internal.refusal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Reads a row of Curation's package audit, or the event of a webhook about a package. An event has
 * no action; its policies tell whether the package is blocked. Dry-run policies never block.
 */
final class CurationEvent {
  private CurationEvent() {}

  static boolean isEvent(JsonNode object) {
    return object.path("package_name").isTextual()
        && (object.has("curated_repository_name") || object.has("curated_repo_name"));
  }

  /** The refusal that the record reports; none if the package is not blocked. */
  static List<BlockedDownload> read(JsonNode event) {
    ReportedPackage reported = ReportedPackage.named(
            RecordFields.text(event, "package_name"), RecordFields.text(event, "package_version"))
        .because(RecordFields.text(event, "reason"))
        .in(RecordFields.text(event, "curated_repository_name"))
        .in(RecordFields.text(event, "curated_repo_name"));
    for (JsonNode policy : event.path("policies")) {
      if (blocks(policy)) {
        reported.violates(
            RecordFields.text(policy, "policy_name"),
            RecordFields.text(policy, "condition_name"),
            RecordFields.text(policy, "explanation"),
            RecordFields.text(policy, "remediation"));
      }
    }
    return isBlocked(event, reported) ? List.of(reported.refusal(event.toString())) : List.of();
  }

  private static boolean isBlocked(JsonNode event, ReportedPackage reported) {
    JsonNode policies = event.path("policies");
    if (!policies.isEmpty() && all(policies, CurationEvent::isDryRun)) {
      return false; // the audit has such a row for each violation of a dry-run policy
    }
    String action = RecordFields.text(event, "action");
    action = action.isEmpty() ? RecordFields.text(event, "status") : action;
    if (!action.isEmpty()) {
      return action.equalsIgnoreCase("blocked");
    }
    boolean isByNone = !policies.isEmpty() && all(policies, policy -> !blocks(policy));
    return isByNone ? reported.hasOtherReason() : reported.hasReason();
  }

  private static boolean all(JsonNode policies, Predicate<JsonNode> condition) {
    return StreamSupport.stream(policies.spliterator(), false).allMatch(condition);
  }

  private static boolean isDryRun(JsonNode policy) {
    return policy.path("dry_run").asBoolean(false);
  }

  private static boolean blocks(JsonNode policy) {
    String result = RecordFields.text(policy, "result");
    return !isDryRun(policy) && (result.isEmpty() || result.equalsIgnoreCase("blocked"));
  }
}
