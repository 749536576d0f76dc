package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.repository.XrayIntegration;

/** Asks for Artifactory's switches for what Xray decides. */
final class SwitchEvidence {
  private final OptionalReads reads;

  SwitchEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  void weigh(CandidateCauses candidates, EvidenceNotes notes) {
    OptionalRead.Answer<XrayIntegration> answer = reads.integration();
    answer
        .value()
        .ifPresentOrElse(
            switches -> weigh(switches, candidates, notes),
            () -> notes.addNotChecked(NotChecked.Subject.ARTIFACTORY_SETTINGS, answer.problem()));
  }

  private static void weigh(
      XrayIntegration switches, CandidateCauses candidates, EvidenceNotes notes) {
    if (!switches.enabled().orElse(true)) {
      notes.addStep(
          Kind.RETRY,
          "Artifactory is not integrated with Xray any more by its settings: try again.");
    }
    if (switches.allowBlocked().orElse(false)) {
      candidates
          .byViolation()
          .forEach(candidate -> candidate.addLastingCondition(
              "blocked downloads were not allowed yet, as Artifactory's settings (xrayAllowBlocked) allow"
                  + " them now"));
      notes.addStep(
          Kind.CHECK_ARTIFACTORY_SETTINGS,
          "An administrator allows blocked downloads (xrayAllowBlocked), so violations do not"
              + " block now; rules on unscanned artifacts still do.");
    }
    if (candidates.has(BlockCause.Trigger.UNSCANNED)) {
      switches
          .blockUnscannedTimeoutSeconds()
          .ifPresent(
              seconds -> notes.addStep(
                  Kind.RAISE_TIMEOUT,
                  "A download waits up to " + seconds
                      + " seconds for a scan before it is refused: let the build tool wait for longer."));
    }
  }
}
