package io.github.xrayclient.diagnostics.migration;

import java.util.List;
import java.util.Locale;

/** What became of one step. Immutable. */
public interface StepResult {
  /** How far a step came. */
  enum State {
    /** Made and verified now. */
    DONE,
    /** Made by an earlier call, or found so. */
    DONE_BEFORE,
    FAILED,
    /** Not tried, since an earlier one failed. */
    NOT_TRIED;

    /** In words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The number of the step in its plan. */
  int number();

  /** What was to be done. */
  PlanStep.Action action();

  /** What it was to be done to. */
  ObjectKey key();

  /** How far it came. */
  State state();

  /** Why it failed, or how the object is not as it should be though the server took it. */
  List<String> remarks();

  /** In words: {@code 3. create watch libs: done}. */
  @Override
  String toString();
}
