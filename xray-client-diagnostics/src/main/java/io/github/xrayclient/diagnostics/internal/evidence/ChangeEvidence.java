package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Notices policies that were changed a moment ago, or after the scan. Watches do not say when. */
public final class ChangeEvidence {
  /** For how long Artifactory remembers by default what Xray said of violations. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST = 3;

  private ChangeEvidence() {}

  public static void weigh(Inquiry inquiry) {
    Instant remembered = inquiry.now().minus(REMEMBERED);
    policies(inquiry)
        .filter(changed(remembered::isBefore))
        .limit(MOST)
        .forEach(policy -> inquiry.step("Policy " + policy.name() + " was changed at "
            + policy.modified().orElseThrow()
            + ", a moment ago: Artifactory remembers verdicts for about 300 seconds, so the refusal may"
            + " come from before."));
    Optional<Instant> scanned = inquiry.scan().flatMap(scan -> CauseWording.instant(scan.time()));
    scanned.ifPresent(scan -> suspected(inquiry)
        .filter(changed(scan::isBefore))
        .limit(MOST)
        .forEach(policy -> inquiry.step("Policy " + policy.name() + " was changed at "
            + policy.modified().orElseThrow()
            + ", after the artifact's scan: what was changed applies to later scans only, until the"
            + " watch is applied to existing content.")));
    if (isScannedWithoutViolation(inquiry)) {
      inquiry.step("The artifact was scanned, and no violation was found: a watch that was made or"
          + " changed after that applies to later scans only, until it is applied to existing content"
          + " (POST /xray/api/v1/applyWatch, which the user interface does not offer for a watch on"
          + " all repositories).");
    }
  }

  private static boolean isScannedWithoutViolation(Inquiry inquiry) {
    return inquiry.suspects().has(Trigger.VIOLATION)
        && inquiry.hasNoViolations()
        && inquiry
            .scan()
            .flatMap(ScanStatus::state)
            .filter(ScanState.DONE::equals)
            .isPresent();
  }

  /** The policies of the suspects; without any those changed last, one of which may have been one. */
  private static Stream<Policy> policies(Inquiry inquiry) {
    return inquiry.suspects().isEmpty() ? inquiry.index().latest().stream() : suspected(inquiry);
  }

  private static Stream<Policy> suspected(Inquiry inquiry) {
    return inquiry.suspects().stream()
        .filter(suspect -> !suspect.isProven())
        .flatMap(suspect -> suspect.rule().stream())
        .map(BlockingRule::policy)
        .distinct();
  }

  private static Predicate<Policy> changed(Predicate<Instant> when) {
    return policy -> CauseWording.instant(policy.modified()).filter(when).isPresent();
  }
}
