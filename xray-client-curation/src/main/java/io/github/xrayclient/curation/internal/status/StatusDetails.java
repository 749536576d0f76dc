package io.github.xrayclient.curation.internal.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.status.PackageAction;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.status.StatusSummary;
import io.github.xrayclient.internal.json.ValueReader;
import java.io.IOException;

/** Reads the totals and the repositories of an answer. */
final class StatusDetails {
  private static final ValueReader<PackageStatus> READER = ValueReader.of(PackageStatus.class);

  private StatusDetails() {}

  /** Whether the answer has the totals or the list of repositories. */
  static boolean isIn(JsonNode tree) {
    return tree.hasNonNull("summary") || tree.path("repositories").isArray();
  }

  /** Reads totals and repositories. Counts the repositories if the totals are missing. */
  static PackageStatus read(JsonNode tree) throws IOException {
    PackageStatus status = READER.read(tree);
    return tree.hasNonNull("summary") || !isIn(tree)
        ? status
        : status.toBuilder()
            .summary(StatusSummary.builder()
                .totalApproved(count(status, PackageAction.APPROVED))
                .totalBlocked(count(status, PackageAction.BLOCKED))
                .build())
            .build();
  }

  private static int count(PackageStatus status, PackageAction action) {
    return (int) status.repositories().stream()
        .filter(repository -> repository.action().filter(action::equals).isPresent())
        .count();
  }
}
