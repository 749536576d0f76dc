package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.XrayIntegration;
import java.util.Optional;

/** Reads Artifactory's settings for Xray, such as whether blocked downloads are allowed. */
final class SettingsEvidence {
  private final OptionalReads reads;

  SettingsEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  void weigh(CandidateCauses candidates, Optional<ArtifactScan> scan, EvidenceNotes notes) {
    OptionalRead.Answer<XrayIntegration> answer = reads.integration();
    answer
        .value()
        .ifPresentOrElse(
            settings -> weigh(settings, candidates, scan, notes),
            () -> notes.addNotChecked(NotChecked.Subject.ARTIFACTORY_SETTINGS, answer.problem()));
  }

  private static void weigh(
      XrayIntegration settings,
      CandidateCauses candidates,
      Optional<ArtifactScan> scan,
      EvidenceNotes notes) {
    if (!settings.enabled().orElse(true)) {
      notes.addStep(
          Kind.RETRY,
          "Try the download again. According to its settings, Artifactory no longer uses Xray.");
    }
    if (settings.allowBlocked().orElse(false)) {
      candidates
          .byViolation()
          .forEach(candidate -> candidate.addLastingCondition(
              "Artifactory's setting xrayAllowBlocked, which allows blocked downloads now, did not"
                  + " allow them when the download was refused"));
      notes.addStep(
          Kind.CHECK_ARTIFACTORY_SETTINGS,
          "Check Artifactory's setting xrayAllowBlocked. It allows blocked downloads, so violations"
              + " do not block downloads now. Rules on unscanned artifacts still do.");
    }
    boolean mayBeScanned = scan.map(ArtifactScan::isSupported).orElse(true);
    if (candidates.has(BlockCause.Trigger.UNSCANNED) && mayBeScanned) {
      settings
          .blockUnscannedTimeoutSeconds()
          .ifPresent(seconds -> notes.addStep(
              Kind.RAISE_TIMEOUT,
              "Set the timeout of the build tool to more than " + seconds
                  + " seconds. Artifactory waits up to " + seconds
                  + " seconds for a scan before it refuses a download."));
    }
  }
}
