package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;

/**
 * Finds the repository of a refused address that does not name it for certain, such as one behind a
 * reverse proxy: it is the first element of the path, if the server has a repository with this key.
 * The list of repositories is read at most once.
 */
public final class RepositoryOfAddress {
  private final OptionalReads reads;

  public RepositoryOfAddress(OptionalReads reads) {
    this.reads = reads;
  }

  /** The refusal with the repository and the path of its address, if it did not have them. */
  public BlockedDownload addTo(BlockedDownload refusal) {
    if (!isOpen(refusal)) {
      return refusal;
    }
    return refusal
        .address()
        .flatMap(address -> DownloadAddress.parse(address, this::exists))
        .filter(address -> address.repository().isPresent())
        .map(address -> refusal.toBuilder()
            .repository(address.repository())
            .path(refusal.path().or(address::storedPath))
            .build())
        .orElse(refusal);
  }

  /** Adds to the explanation of a refusal that the list of repositories could not be read. */
  public BlockExplanation addTo(BlockExplanation explanation, BlockedDownload refusal) {
    boolean isRead = isOpen(refusal)
        && refusal
            .address()
            .flatMap(DownloadAddress::parse)
            .filter(address -> address.repository().isEmpty())
            .isPresent();
    return isRead && reads.repositoryList().value().isEmpty()
        ? explanation.toBuilder()
            .addNotChecked(NotChecked.of(
                NotChecked.Subject.REPOSITORY_OF_ADDRESS, reads.repositoryList().problem()))
            .build()
        : explanation;
  }

  private boolean exists(String key) {
    return reads.repositoryList().value().filter(all -> all.containsKey(key)).isPresent();
  }

  /** Whether only the repository is missing to ask what blocks the download. */
  private static boolean isOpen(BlockedDownload refusal) {
    boolean needsRepository = refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON
        || refusal.kind() == BlockedDownload.Kind.XRAY_BLOCK;
    return needsRepository
        && refusal.repository().isEmpty()
        && refusal.address().isPresent();
  }
}
