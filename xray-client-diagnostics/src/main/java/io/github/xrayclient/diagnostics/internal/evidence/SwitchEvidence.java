package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.repository.XrayIntegration;

/** Asks for Artifactory's switches for what Xray decides. */
public final class SwitchEvidence {
  private final OptionalReads lookups;

  public SwitchEvidence(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void weigh(Inquiry inquiry) {
    if (inquiry.suspects().isEmpty()) {
      return;
    }
    OptionalRead.Answer<XrayIntegration> answer = lookups.integration();
    answer
        .value()
        .ifPresentOrElse(
            switches -> weigh(switches, inquiry),
            () -> inquiry.notChecked(
                "Whether an administrator allows blocked downloads was not checked" + " because "
                    + answer.problem() + "."));
  }

  private static void weigh(XrayIntegration switches, Inquiry inquiry) {
    if (!switches.enabled().orElse(true)) {
      inquiry.step("Artifactory is not integrated with Xray any more by its settings: try again.");
    }
    if (switches.allowBlocked().orElse(false)) {
      inquiry
          .suspects()
          .byViolation()
          .forEach(suspect -> suspect.reserve(
              "blocked downloads were not allowed yet, as Artifactory's settings (xrayAllowBlocked) allow"
                  + " them now"));
      inquiry.step(
          "An administrator allows blocked downloads (xrayAllowBlocked), so violations do not"
              + " block now; rules on unscanned artifacts still do.");
    }
    if (inquiry.suspects().has(Trigger.UNSCANNED)) {
      switches
          .blockUnscannedTimeoutSeconds()
          .ifPresent(seconds -> inquiry.step("A download waits up to " + seconds
              + " seconds for a scan before it is refused: let the build tool wait for longer."));
    }
  }
}
