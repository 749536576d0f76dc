package io.github.xrayclient.diagnostics.internal.refusal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.Locale;

/** Reads a row of the JSON that {@code jf curation-audit --format=json} prints. */
final class CliAuditRow {
  private CliAuditRow() {}

  static boolean isRow(JsonNode object) {
    return object.path("blocked_package_name").isTextual()
        && (object.has("blocking_reason") || object.has("action"));
  }

  /** The refusal that the row reports; none if the package is not blocked or was not evaluated. */
  static List<BlockedDownload> read(JsonNode row) {
    String action = RecordFields.text(row, "action");
    String reason = RecordFields.text(row, "blocking_reason");
    boolean isBlocked = action.isEmpty()
        ? !reason.toLowerCase(Locale.ROOT).startsWith("not evaluated")
        : action.equalsIgnoreCase("blocked");
    if (!isBlocked) {
      return List.of();
    }
    ReportedPackage reported = ReportedPackage.named(
            RecordFields.text(row, "blocked_package_name"),
            RecordFields.text(row, "blocked_package_version"))
        .because(reason)
        .requestedFrom(RecordFields.text(row, "blocked_package_url"))
        .waiversAllowed(row.path("waiver_allowed").asBoolean(false));
    for (JsonNode policy : row.path("policies")) {
      reported.violates(
          RecordFields.text(policy, "policy"),
          RecordFields.text(policy, "condition"),
          RecordFields.text(policy, "explanation"),
          RecordFields.text(policy, "recommendation"));
    }
    return List.of(reported.refusal(row.toString()));
  }
}
