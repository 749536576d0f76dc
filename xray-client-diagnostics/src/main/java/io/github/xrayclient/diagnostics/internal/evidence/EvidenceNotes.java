package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects next steps, and what could not be checked, while evidence is read. Not thread-safe. */
final class EvidenceNotes {
  private final Set<NotChecked> notChecked = new LinkedHashSet<>();
  private final Set<NextStep> steps = new LinkedHashSet<>();
  private Optional<Integer> retentionDays = Optional.empty();

  /** Adds something that was not checked, and why. */
  void addNotChecked(NotChecked.Subject what, String because) {
    notChecked.add(NotChecked.of(what, because));
  }

  /** Adds a step without a command. */
  void addStep(NextStep.Kind kind, String text) {
    addStep(NextStep.of(kind, text));
  }

  void addStep(NextStep step) {
    steps.add(step);
  }

  /** Sets for how many days after the last download Xray keeps the results of scans. */
  void setRetentionDays(int days) {
    retentionDays = Optional.of(days);
  }

  /** For how many days after the last download Xray keeps the results of scans, if it is known. */
  Optional<Integer> retentionDays() {
    return retentionDays;
  }

  List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }

  List<NextStep> steps() {
    return List.copyOf(steps);
  }
}
