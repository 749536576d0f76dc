package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import java.util.Optional;

/** How to see the server's answer, if the program that printed the refusal hides it. */
final class AdviceOnTool {
  private AdviceOnTool() {}

  /** A step for a refusal without the server's words, and for a text in which no refusal was found. */
  static Optional<NextStep> step(BlockedDownload refusal) {
    boolean isHidden = refusal.count().isEmpty()
        || refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON
        || refusal.kind() == BlockedDownload.Kind.UNKNOWN;
    return refusal
        .tool()
        .filter(tool -> isHidden)
        .map(DownloadTool::hint)
        .map(hint -> NextStep.of(Kind.SHOW_MORE_OUTPUT, hint));
  }
}
