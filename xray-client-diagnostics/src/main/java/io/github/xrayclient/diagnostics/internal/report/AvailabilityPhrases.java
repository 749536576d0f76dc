package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words for whether Xray can be reached, and for what Artifactory does if it cannot. */
public final class AvailabilityPhrases {
  public static final String HEADING = "Xray";

  private AvailabilityPhrases() {}

  /** What is known, in whole sentences; empty if it was not asked. */
  public static List<String> of(BlockExplanation explanation) {
    return explanation.xrayAvailability().map(AvailabilityPhrases::of).orElse(List.of());
  }

  private static List<String> of(XrayAvailability xray) {
    List<String> sentences = new ArrayList<>();
    xray.reachable()
        .ifPresent(answers -> sentences.add(
            answers
                ? "Xray answered when it was asked now."
                : "Xray did not answer when it was asked now"
                    + xray.problem().map(text -> ": " + text).orElse("") + "."));
    if (xray.enabled().equals(Optional.of(false))) {
      sentences.add("Artifactory does not use Xray (xrayEnabled is false).");
    }
    xray.allowedWhenUnavailable()
        .ifPresent(allowed -> sentences.add("Artifactory " + (allowed ? "allows" : "refuses")
            + " downloads while Xray is unavailable (xrayAllowWhenUnavailable is " + allowed
            + ")."));
    xray.secondsForFirstScan()
        .ifPresent(seconds -> sentences.add("A download waits up to " + seconds
            + " seconds for the first scan of an artifact before it is refused"
            + " (blockUnscannedTimeoutSeconds)."));
    xray.secondsForUnfinishedScan()
        .ifPresent(seconds -> sentences.add("An unfinished scan counts as in progress for "
            + seconds + " seconds (blockUnfinishedScansTimeoutSeconds)."));
    return sentences;
  }
}
