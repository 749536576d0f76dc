package io.github.xrayclient.diagnostics.internal.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sentences that evidence adds to an explanation. Not thread-safe. */
final class EvidenceNotes {
  private final Set<String> notChecked = new LinkedHashSet<>();
  private final Set<String> steps = new LinkedHashSet<>();

  /** Notes that something was not looked at, and why. */
  void addNotChecked(String sentence) {
    notChecked.add(sentence);
  }

  /** Notes what to do next. */
  void addStep(String sentence) {
    steps.add(sentence);
  }

  List<String> notChecked() {
    return List.copyOf(notChecked);
  }

  List<String> steps() {
    return List.copyOf(steps);
  }
}
