package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ProgressReporter;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
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
      List<StepNote> notes = step.make();
      stopped = !notes.isEmpty() && !continueOnFailure;
      add(number, action, object, StepResult.Outcome.DONE, concat(notes, losses.get()));
    } catch (XrayException | MigrationFailure | StepFailure | IllegalArgumentException e) {
      if (e instanceof MigrationFailure && ((MigrationFailure) e).file().isPresent()) {
        throw e;
      }
      StepNote reason = ReportedNote.of(e);
      journal.failed(number, phase == MigrationProgress.Phase.ROLL_BACK, reason.text());
      stopped = !continueOnFailure;
      add(number, action, object, StepResult.Outcome.FAILED, List.of(reason));
    }
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

  List<StepResult> results() {
    return results;
  }

  /** One step. It returns a note for each field that the server stored with another value. */
  interface Step {
    List<StepNote> make();
  }
}
