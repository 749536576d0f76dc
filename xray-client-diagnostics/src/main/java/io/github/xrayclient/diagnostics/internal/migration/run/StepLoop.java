package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.error.XrayException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs steps one after another, and stops at the first that fails, unless told to continue. */
final class StepLoop {
  private final MigrationProgress.Phase phase;
  private final OpenJournal journal;
  private final int total;
  private final boolean continueOnFailure;
  private final ProgressReporter progress;
  private final List<StepResult> results = new ArrayList<>();
  private boolean stopped;

  StepLoop(
      MigrationProgress.Phase phase,
      OpenJournal journal,
      int total,
      boolean continueOnFailure,
      ProgressReporter progress) {
    this.phase = phase;
    this.journal = journal;
    this.total = total;
    this.continueOnFailure = continueOnFailure;
    this.progress = progress;
  }

  /** Adds the result of a step that an earlier call performed. */
  void doneBefore(int number, PlanStep.Action action, ObjectKey object, List<StepNote> notes) {
    add(number, action, object, StepResult.Outcome.DONE_BEFORE, notes);
  }

  /** Adds the result of a step that is not performed, whether or not an earlier one failed. */
  void notRun(
      int number,
      PlanStep.Action action,
      ObjectKey object,
      StepResult.Outcome outcome,
      List<StepNote> notes) {
    add(number, action, object, outcome, notes);
  }

  /** Performs a step, unless an earlier one failed. Throws if the journal cannot be written. */
  void run(int number, PlanStep.Action action, ObjectKey object, Step step) {
    run(number, action, object, step, List::of);
  }

  /**
   * Performs a step, unless an earlier one failed. Throws if the journal cannot be written.
   *
   * @param losses called after the step, for notes on what the step could not restore. They do not
   *     end the loop, because another run could not restore it either
   */
  void run(
      int number,
      PlanStep.Action action,
      ObjectKey object,
      Step step,
      Supplier<List<StepNote>> losses) {
    if (stopped) {
      add(number, action, object, StepResult.Outcome.NOT_TRIED, List.of());
      return;
    }
    progress.begins(phase, results.size() + 1, total, action, object);
    try {
      Made made = step.make();
      stopped = !made.notes.isEmpty() && !continueOnFailure;
      add(number, action, object, made.outcome, concat(made.notes, losses.get()));
    } catch (XrayException | MigrationFailure | StepFailure | IllegalArgumentException e) {
      add(number, action, object, StepResult.Outcome.FAILED, List.of(failed(number, e)));
    }
  }

  /**
   * Does more work for a step that is done, unless a step failed. If this fails, the result of the
   * step is replaced.
   */
  void complete(int number, Runnable work) {
    if (stopped) {
      return;
    }
    try {
      work.run();
    } catch (XrayException | MigrationFailure | StepFailure | IllegalArgumentException e) {
      StepNote reason = failed(number, e);
      results.replaceAll(result -> result.number() == number
          ? new ReportedStep(
              number, result.action(), result.object(), StepResult.Outcome.FAILED, List.of(reason))
          : result);
    }
  }

  /** Records a failure, and returns its reason. Throws it if it concerns the journal. */
  private StepNote failed(int number, RuntimeException e) {
    if (e instanceof MigrationFailure && ((MigrationFailure) e).file().isPresent()) {
      throw e;
    }
    StepNote reason = ReportedNote.of(e);
    journal.failed(number, phase == MigrationProgress.Phase.ROLL_BACK, reason.text());
    stopped = !continueOnFailure;
    return reason;
  }

  static List<StepNote> concat(List<StepNote> first, List<StepNote> second) {
    List<StepNote> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void add(
      int number,
      PlanStep.Action action,
      ObjectKey object,
      StepResult.Outcome outcome,
      List<StepNote> notes) {
    results.add(new ReportedStep(number, action, object, outcome, notes));
  }

  /** Whether this call performed such a step. */
  boolean hasDone(ObjectKind kind, PlanStep.Action action) {
    return results.stream()
        .anyMatch(result -> result.outcome() == StepResult.Outcome.DONE
            && result.object().kind() == kind
            && result.action() == action);
  }

  List<StepResult> results() {
    return results;
  }

  /** One step. */
  interface Step {
    Made make();
  }

  /** What came of a step. Immutable. */
  static final class Made {
    /** Another apply of the same plan performed the step. */
    static final Made BEFORE = new Made(StepResult.Outcome.DONE_BEFORE, List.of());

    private final StepResult.Outcome outcome;
    private final List<StepNote> notes;

    private Made(StepResult.Outcome outcome, List<StepNote> notes) {
      this.outcome = outcome;
      this.notes = notes;
    }

    /**
     * The step was performed.
     *
     * @param notes a note for each field that the server stored with another value
     */
    static Made now(List<StepNote> notes) {
      return new Made(StepResult.Outcome.DONE, notes);
    }
  }
}
