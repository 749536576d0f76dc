package io.github.xrayclient.diagnostics.internal.evidence.download;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.Optional;

/** What the server answered to the request of a download. Immutable. */
final class ServerAnswer {
  private final int status;
  private final Optional<BlockedDownload> words;

  private ServerAnswer(int status, Optional<BlockedDownload> words) {
    this.status = status;
    this.words = words;
  }

  static ServerAnswer allowed(int status) {
    return new ServerAnswer(status, Optional.empty());
  }

  /** A refusal, as it is read from the server's words. */
  static ServerAnswer refused(int status, BlockedDownload words) {
    return new ServerAnswer(status, Optional.of(words));
  }

  int status() {
    return status;
  }

  boolean isAllowed() {
    return words.isEmpty();
  }

  /** The refusal, if its words tell the reason. */
  Optional<BlockedDownload> reason() {
    return words.filter(
        read -> read.kind() != Kind.REFUSED_WITHOUT_REASON && read.kind() != Kind.UNKNOWN);
  }
}
