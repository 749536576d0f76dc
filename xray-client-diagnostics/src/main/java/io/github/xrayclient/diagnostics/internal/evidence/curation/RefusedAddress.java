package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.address.PackagePath;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.Optional;

/**
 * Takes from the refused address what a message of Curation does not tell: the repository, and the
 * package if the message names none.
 */
final class RefusedAddress {
  private final OptionalReads repositories;

  RefusedAddress(OptionalReads repositories) {
    this.repositories = repositories;
  }

  BlockExplanation addTo(BlockExplanation found) {
    Optional<DownloadAddress> address =
        found.refusal().flatMap(BlockedDownload::address).flatMap(DownloadAddress::parse);
    if (address.isEmpty()) {
      return found;
    }
    return found.toBuilder()
        .repository(found.repository().or(() -> address.get().repository()))
        .refusal(found
            .refusal()
            .map(refusal -> refusal.toBuilder()
                .curation(refusal.curation().map(curation -> withPackage(curation, address.get())))
                .build()))
        .build();
  }

  private CurationRefusal withPackage(CurationRefusal refusal, DownloadAddress address) {
    if (refusal.packageName().isPresent()
        || refusal.reason() == CurationRefusal.Reason.WAIVER_ANSWER) {
      return refusal;
    }
    return address
        .packagePath()
        .or(() -> ofRepository(address))
        .map(path -> refusal.toBuilder()
            .packageName(path.name())
            .packageVersion(path.version().filter(version -> isAboutOneVersion(refusal)))
            .build())
        .orElse(refusal);
  }

  /** Whether a message is about a single version, and not about all versions of the package. */
  private static boolean isAboutOneVersion(CurationRefusal refusal) {
    return refusal.reason() != CurationRefusal.Reason.NO_COMPLIANT_VERSION;
  }

  /** The package by the type of the repository, which is looked up on the server. */
  private Optional<PackagePath> ofRepository(DownloadAddress address) {
    return address
        .repository()
        .map(key -> CuratedRepositories.of(key, repositories).type())
        .flatMap(type -> address.path().flatMap(path -> PackagePath.read(type, path)));
  }
}
