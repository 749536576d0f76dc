package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import java.util.List;
import java.util.Optional;

/**
 * Asks what Curation does with refused packages now. If the type of a package is not known, it is
 * that of the repository. Not thread-safe.
 */
final class PackageStatusReader {
  private final CurationReads reads;
  private final OptionalReads repositories;

  PackageStatusReader(CurationReads reads, OptionalReads repositories) {
    this.reads = reads;
    this.repositories = repositories;
  }

  /** Asks about a package. If that is not possible, adds the reason to {@code notChecked}. */
  Optional<StatusEvidence> read(RefusedPackage refused, List<NotChecked> notChecked) {
    if (refused.name().isEmpty()) {
      return notKnown("the refusal does not name the package", notChecked);
    }
    Optional<PackageType> type = refused.type().or(() -> typeOfRepository(refused));
    if (type.isEmpty() || refused.version().isEmpty()) {
      String unknown = type.isEmpty() ? "type" : "version";
      return notKnown(
          "the " + unknown + " of package " + refused.name() + " is not known", notChecked);
    }
    return reads
        .status(type.get(), refused.name(), refused.version().get(), notChecked)
        .map(status -> new StatusEvidence(status, refused));
  }

  private static Optional<StatusEvidence> notKnown(String what, List<NotChecked> notChecked) {
    notChecked.add(NotChecked.of(Subject.PACKAGE_STATUS, what));
    return Optional.empty();
  }

  private Optional<PackageType> typeOfRepository(RefusedPackage refused) {
    return NonBlank.text(refused
            .repository()
            .flatMap(key -> repositories.repository(key).value())
            .flatMap(Repository::packageType))
        .map(PackageType::of);
  }
}
