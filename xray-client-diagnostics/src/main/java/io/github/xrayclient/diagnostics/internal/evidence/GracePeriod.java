package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time after a violation during which a rule does not block downloads yet. It is not documented
 * whether its days count from the violation or from the last change of the policy, so that the later of both
 * counts here.
 */
final class GracePeriod {
  private GracePeriod() {}

  /** When the grace period for a violation ends; empty if the server did not state when it was found. */
  static Optional<Instant> end(BlockingRule rule, Violation violation) {
    Optional<Instant> changed = rule.policy().modified().flatMap(Timestamp::toInstant);
    return violation
        .created()
        .flatMap(Timestamp::toInstant)
        .map(found -> changed.filter(found::isBefore).orElse(found))
        .map(begin -> begin.plus(Duration.ofDays(rule.graceDays())));
  }
}
