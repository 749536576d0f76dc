package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time after a violation during which a rule does not block downloads yet. It is not documented
 * whether its days count from the violation or from the last change of the policy, so that the
 * later of both counts here.
 */
final class GracePeriod {
  private GracePeriod() {}

  /** The end of a condition on the grace period, with the newest violation of the rule if there is one. */
  static String condition(BlockingRule rule, Optional<Violation> newest) {
    return newest
        .flatMap(violation -> end(rule, violation))
        .map(time -> ", which ends at " + time + " for the violation that was found last")
        .orElse("");
  }

  /** A sentence about the grace period of a rule whose violation blocks; empty if there is none. */
  static Optional<String> note(BlockingRule rule, Violation proof) {
    return end(rule, proof)
        .filter(time -> rule.graceDays() > 0)
        .map(time ->
            "Its grace period of " + rule.graceDays() + " days, counted from the violation or a"
                + " later change of the policy, ends at " + time + ".");
  }

  /** When the grace period for a violation ends; empty if the server did not state when it was found. */
  private static Optional<Instant> end(BlockingRule rule, Violation violation) {
    Optional<Instant> changed = rule.policy().modified().flatMap(Timestamp::toInstant);
    return violation
        .created()
        .flatMap(Timestamp::toInstant)
        .map(found -> changed.filter(found::isBefore).orElse(found))
        .map(begin -> begin.plus(Duration.ofDays(rule.graceDays())));
  }
}
