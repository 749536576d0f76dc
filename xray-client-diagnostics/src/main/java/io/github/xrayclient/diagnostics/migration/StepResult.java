package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What became of one step. Immutable; equal to another with the same content. */
public interface StepResult {
  /** How a step ended. */
  enum Outcome {
    /** The step was made and verified now. */
    DONE,
    /** An earlier call made the step. */
    DONE_BEFORE,
    /** The step was not made, or its effect is unknown; {@link #notes} say why. */
    FAILED,
    /** The step was not tried, because an earlier one failed. */
    NOT_TRIED;

    /** In words, as in {@code not tried}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The number of the step in its plan. */
  int number();

  /** What was to be done. */
  PlanStep.Action action();

  /** The object that it was to be done to. */
  ObjectKey object();

  /** How it ended. */
  Outcome outcome();

  /** Why it failed, or what is not as it should be although it is done. */
  List<StepNote> notes();

  /**
   * As JSON: {@code step} (its number), {@code action}, {@code object}, {@code outcome} and {@code
   * notes}.
   */
  ObjectNode toJson();

  /** In words: {@code 3. create watch libs: done}. */
  @Override
  String toString();
}
