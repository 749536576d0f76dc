package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Optional;

/** Whether two statements are about the same rule of the same watch. */
final class SameCause {
  private SameCause() {}

  static boolean is(CandidateCause candidate, RuledOut fact) {
    return candidate.watch().name().equals(fact.watch())
        && NonBlank.text(candidate.watch().projectKey()).equals(fact.watchProject())
        && fact.policy().map(candidate.policy()::equals).orElse(true)
        && isSame(candidate.rule().map(BlockingRule::name), fact.rule())
        && isSame(candidate.trigger(), fact.trigger());
  }

  /** The project is not compared, because the watch of the cause may not have been read. */
  static boolean is(BlockCause cause, RuledOut fact) {
    return cause.watch().equals(fact.watch())
        && fact.policy().map(cause.policy()::equals).orElse(true)
        && isSame(cause.rule(), fact.rule())
        && isSame(cause.trigger(), fact.trigger());
  }

  private static <T> boolean isSame(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
