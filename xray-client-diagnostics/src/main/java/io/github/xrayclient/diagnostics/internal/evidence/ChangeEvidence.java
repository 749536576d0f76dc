package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ScanStates;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds policies that were changed a moment ago or after the scan. Watches are not examined,
 * because servers do not state when a watch was last changed.
 */
final class ChangeEvidence {
  /** How long Artifactory caches Xray's verdict on violations by default. */
  private static final Duration CACHED = Duration.ofMinutes(5);

  private static final int MOST = 3;

  private ChangeEvidence() {}

  static void weigh(
      ArtifactFacts facts,
      CandidateCauses candidates,
      FoundViolations found,
      Optional<ScanStatus> scan,
      Instant now,
      EvidenceNotes notes) {
    Instant cacheStart = now.minus(CACHED);
    policies(facts, candidates)
        .filter(changed(cacheStart::isBefore))
        .limit(MOST)
        .forEach(policy -> notes.addStep(
            Kind.RETRY,
            "Try the download again in five minutes. Policy " + QuotedNames.of(policy.name())
                + " was changed at " + policy.modified().orElseThrow()
                + ", and Artifactory caches verdicts for about 300 seconds, so the refusal may be"
                + " based on the policy before the change."));
    Optional<Instant> scanned = scan.flatMap(status -> status.time().flatMap(Timestamp::toInstant));
    scanned.ifPresent(time -> open(candidates)
        .filter(changed(time::isBefore))
        .limit(MOST)
        .forEach(policy -> notes.addStep(
            Kind.APPLY_WATCH,
            "Apply the watch to existing content. Policy " + QuotedNames.of(policy.name())
                + " was changed at " + policy.modified().orElseThrow()
                + ", after the scan of the artifact. Until the watch is applied, the change affects"
                + " only later scans.")));
    boolean isScanned =
        scan.flatMap(ScanStatus::state).filter(ScanStates::isDone).isPresent();
    if (isScanned && found.areNone() && candidates.has(BlockCause.Trigger.VIOLATION)) {
      notes.addStep(
          Kind.APPLY_WATCH,
          "Apply the watch to existing content (POST /xray/api/v1/applyWatch; the user interface does"
              + " not offer this for a watch on all repositories). The artifact was scanned and has no"
              + " violation, but a watch that was created or changed after the scan affects only later"
              + " scans until it is applied.");
    }
  }

  /**
   * The policies of the candidates. If there is no candidate, the policies that were changed last,
   * because one of them may have blocked the download before its change.
   */
  private static Stream<Policy> policies(ArtifactFacts facts, CandidateCauses candidates) {
    return candidates.isEmpty() ? facts.index().latest().stream() : open(candidates);
  }

  private static Stream<Policy> open(CandidateCauses candidates) {
    return candidates.stream()
        .filter(candidate -> !candidate.isConfirmed())
        .flatMap(candidate -> candidate.rule().stream())
        .map(BlockingRule::policy)
        .distinct();
  }

  private static Predicate<Policy> changed(Predicate<Instant> when) {
    return policy ->
        policy.modified().flatMap(Timestamp::toInstant).filter(when).isPresent();
  }
}
