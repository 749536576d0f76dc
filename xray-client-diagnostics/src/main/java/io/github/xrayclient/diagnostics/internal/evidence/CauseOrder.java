package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Trigger;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import java.util.Comparator;
import java.util.Optional;

/** Puts the cause first that is the most likely one on the evidence. */
final class CauseOrder {
  private static final Comparator<BlockCause> BY_VERDICT = Comparator.comparing(BlockCause::verdict)
      .thenComparing(BlockCause::watch)
      .thenComparing(BlockCause::policy);

  private CauseOrder() {}

  /**
   * The order of causes.
   *
   * @param unscannedFirst whether rules on unscanned artifacts come before those on violations that
   *     are not proved
   */
  static Comparator<BlockCause> of(boolean unscannedFirst) {
    return unscannedFirst
        ? Comparator.comparing((BlockCause cause) -> cause.verdict() != Verdict.CONFIRMED)
            .thenComparing(cause -> !cause.trigger().equals(Optional.of(Trigger.UNSCANNED)))
            .thenComparing(BY_VERDICT)
        : BY_VERDICT;
  }
}
