package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The result of one step. Immutable; equal to another result with the same content. */
public interface StepResult {
  /** The outcomes of steps. */
  enum Outcome {
    /** This call performed the step and verified its effect. */
    DONE,
    /**
     * An earlier call performed the step, or another apply of the same plan, so this call did not
     * repeat it.
     */
    DONE_BEFORE,
    /** The step was not performed, or its effect is unknown. {@link #notes} has the reason. */
    FAILED,
    /** The step was not tried, because an earlier step failed. */
    NOT_TRIED,
    /**
     * A rollback had nothing to do, because the step never took effect, or somebody undid it
     * already.
     */
    NOTHING_TO_UNDO,
    /**
     * A rollback left the object alone, because somebody changed it after the migration; see {@link
     * Migration#skipChanged}. {@link #notes} says what is left alone.
     */
    SKIPPED,
    /**
     * A rollback would undo the step; only {@link Migration#previewRollBack
     * Migration.previewRollBack(..)} has such results.
     */
    WOULD_BE_DONE,
    /**
     * A rollback would be refused, because somebody changed the object after the migration; only
     * {@link Migration#previewRollBack Migration.previewRollBack(..)} has such results.
     */
    WOULD_BE_REFUSED;

    /** The outcome in words, as in {@code not tried}. */
    @Override
    public String toString() {
      return this == DONE_BEFORE
          ? "already done"
          : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The number of the step in its plan. */
  int number();

  /** The action of the step. For a rollback, this is the action that undoes the step. */
  PlanStep.Action action();

  /** The object of the step. */
  ObjectKey object();

  /** The outcome of the step. */
  Outcome outcome();

  /** The reason why the step failed, or differences and losses although it is done. */
  List<StepNote> notes();

  /**
   * The result as JSON, with the fields {@code step} (the number), {@code action}, {@code object},
   * {@code outcome} and {@code notes}.
   */
  ObjectNode toJson();

  /** The result in words, as in {@code 3. create watch libs: done}. */
  @Override
  String toString();
}
