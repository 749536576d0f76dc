package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks how far the scan of the artifact is: done, it clears the rules on unscanned artifacts. */
public final class ScanEvidence {
  /** For how long Artifactory remembers by default that an artifact was not scanned. */
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final OptionalReads lookups;

  public ScanEvidence(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void weigh(Inquiry inquiry) {
    List<ArtifactLocation> places = inquiry.places();
    if (inquiry.isVirtual() || places.isEmpty()) {
      unknown(inquiry, places.isEmpty() ? "no path is known" : "the repository is a virtual one");
      return;
    }
    OptionalRead.Answer<ArtifactStatus> answer = lookups.status(places.get(0));
    inquiry.scan(answer.value().flatMap(ArtifactStatus::overall));
    Optional<ScanState> state = inquiry.scan().flatMap(ScanStatus::state);
    if (state.isEmpty()) {
      unknown(inquiry, answer.value().isPresent() ? "the server did not say" : answer.problem());
    } else if (state.get().equals(ScanState.DONE)) {
      clear(inquiry);
    } else {
      inquiry.suspects().stream()
          .filter(suspect -> suspect.is(Trigger.UNSCANNED))
          .forEach(suspect -> suspect.remark("Its scan status is " + state.get() + "."));
    }
  }

  private static void clear(Inquiry inquiry) {
    Optional<Timestamp> time = inquiry.scan().flatMap(ScanStatus::time);
    inquiry
        .suspects()
        .ruleOut(
            suspect -> suspect.is(Trigger.UNSCANNED),
            "the rule blocks unscanned artifacts, and the scan of this one is done"
                + time.filter(known -> !known.wire().isEmpty())
                    .map(known -> ", at " + known)
                    .orElse(""));
    if (CauseWording.instant(time)
        .filter(done -> done.isAfter(inquiry.now().minus(REMEMBERED)))
        .isPresent()) {
      inquiry.step("Try again in two minutes: the scan was done a moment ago, and Artifactory"
          + " remembers for about 120 seconds that an artifact was not scanned.");
    }
  }

  private static void unknown(Inquiry inquiry, String why) {
    inquiry.notChecked("The artifact's scan status is not known, so a rule on unscanned artifacts"
        + " may not be at work, because " + why + ".");
  }
}
