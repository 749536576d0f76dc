package io.github.xrayclient.diagnostics.internal.migration.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Warnings and other notes about a plan, each of which is kept once. */
public final class PlanNotes {
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Set<String> extras = new LinkedHashSet<>();
  private int waiversLeftOut;

  /** Notes what may make a step fail or have another effect, or what was not compared. */
  public void warn(String words) {
    warnings.add(words);
  }

  /** A difference that cannot be brought to the target. */
  void leftOut(String words) {
    leftOut.add(words);
  }

  /** Adds to the number of waivers that cannot be brought to the target. */
  void countWaiversLeftOut(int count) {
    waiversLeftOut += count;
  }

  /** Something that only the target has and that stays. */
  void extra(String words) {
    extras.add(words);
  }

  int waiversLeftOut() {
    return waiversLeftOut;
  }

  List<String> warnings() {
    return new ArrayList<>(warnings);
  }

  List<String> leftOut() {
    return new ArrayList<>(leftOut);
  }

  List<String> extras() {
    return new ArrayList<>(extras);
  }
}
