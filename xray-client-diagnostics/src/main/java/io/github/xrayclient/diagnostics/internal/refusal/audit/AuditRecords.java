package io.github.xrayclient.diagnostics.internal.refusal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON objects that report packages which Curation blocks: the rows of {@code jf
 * curation-audit}, the rows of Curation's audit, and the events of its webhooks.
 */
public final class AuditRecords {
  private AuditRecords() {}

  /**
   * Reads one object.
   *
   * @return the refusals that the object reports, which are none for a package that is not blocked;
   *     empty if it is another object
   */
  public static Optional<List<BlockedDownload>> read(JsonNode object) {
    if (CliAuditRow.isRow(object)) {
      return Optional.of(CliAuditRow.read(object));
    }
    if (CurationEvent.isEvent(object)) {
      return Optional.of(CurationEvent.read(object));
    }
    return isOtherEvent(object) ? Optional.of(List.of()) : Optional.empty();
  }

  /** Whether the object is an event about a waiver request or a changed policy. */
  private static boolean isOtherEvent(JsonNode object) {
    return object.path("waiver_request").isObject()
        || object.path("policy_before").isObject()
        || object.path("policy_after").isObject();
  }
}
