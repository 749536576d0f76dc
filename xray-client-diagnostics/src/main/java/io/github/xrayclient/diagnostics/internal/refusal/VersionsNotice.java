package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;

/**
 * A notice that every version of a package is blocked, which does not name the package. Immutable.
 */
final class VersionsNotice {
  private final BlockedDownload content;
  private final LogPlace place;

  VersionsNotice(BlockedDownload message, LogPlace place) {
    this.content = content(message);
    this.place = place;
  }

  /** Whether a message is such a notice. */
  static boolean isNotice(BlockedDownload message) {
    return message
        .curation()
        .filter(refusal -> refusal.reason() == Reason.NO_COMPLIANT_VERSION)
        .filter(refusal -> refusal.packageName().isEmpty())
        .isPresent();
  }

  /** What a notice says, without the place where it stands. */
  static BlockedDownload content(BlockedDownload message) {
    return BlockedDownload.builder()
        .kind(message.kind())
        .curation(message.curation())
        .text("")
        .build();
  }

  BlockedDownload content() {
    return content;
  }

  LogPlace place() {
    return place;
  }
}
