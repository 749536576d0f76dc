package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What evidence adds to an explanation. Not thread-safe. */
final class EvidenceNotes {
  private final Set<NotChecked> notChecked = new LinkedHashSet<>();
  private final Set<NextStep> steps = new LinkedHashSet<>();

  /** Notes that something was not looked at, and why. */
  void addNotChecked(NotChecked.Subject what, String because) {
    notChecked.add(NotChecked.of(what, because));
  }

  /** Notes what to do next. */
  void addStep(NextStep.Kind kind, String text) {
    addStep(NextStep.of(kind, text));
  }

  void addStep(NextStep step) {
    steps.add(step);
  }

  List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }

  List<NextStep> steps() {
    return List.copyOf(steps);
  }
}
