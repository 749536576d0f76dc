package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.XrayIntegration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether Xray can be reached, and what Artifactory does if it cannot. */
public final class AvailabilityEvidence {
  private static final String PLATFORM_DOWN =
      "; Artifactory did not answer properly either, so the platform as a whole may be down";

  private final XrayAvailability availability;
  private final List<NotChecked> notChecked = new ArrayList<>();

  private AvailabilityEvidence(OptionalReads reads) {
    XrayAvailability.Builder found = XrayAvailability.builder();
    // An empty text means that Xray answered; any other one, what happened instead.
    OptionalRead.Answer<String> ping = reads.ping();
    OptionalRead.Answer<XrayIntegration> settings = reads.integrationNow();
    ping.value()
        .ifPresentOrElse(
            problem -> found
                .reachable(problem.isEmpty())
                .problem(Optional.of(problem)
                    .filter(text -> !text.isEmpty())
                    .map(text -> text + (settings.isOutage() ? PLATFORM_DOWN : ""))),
            () -> notChecked.add(NotChecked.of(Subject.XRAY_REACHABLE, ping.problem())));
    settings
        .value()
        .ifPresentOrElse(
            known -> found
                .enabled(known.enabled())
                .allowedWhenUnavailable(known.allowWhenUnavailable())
                .secondsForFirstScan(known.blockUnscannedTimeoutSeconds())
                .secondsForUnfinishedScan(known.blockUnfinishedScansTimeoutSeconds()),
            () -> notChecked.add(
                NotChecked.of(Subject.SETTINGS_FOR_UNAVAILABLE_XRAY, settings.problem())));
    this.availability = found.build();
  }

  /** Reads the evidence with at most two requests, each of which ends after 10 seconds. */
  public static AvailabilityEvidence read(OptionalReads reads) {
    return new AvailabilityEvidence(reads);
  }

  public XrayAvailability availability() {
    return availability;
  }

  /** What could not be read, and why. */
  public List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }
}
