package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.error.XrayException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Goes through steps, and stops at the first that fails unless told otherwise. */
final class StepLoop {
  private final OpenJournal journal;
  private final boolean undo;
  private final int total;
  private final boolean continueOnFailure;
  private final MigrationProgress progress;
  private final List<StepResult> results = new ArrayList<>();
  private boolean stopped;

  StepLoop(
      OpenJournal journal,
      boolean undo,
      int total,
      boolean continueOnFailure,
      MigrationProgress progress) {
    this.journal = journal;
    this.undo = undo;
    this.total = total;
    this.continueOnFailure = continueOnFailure;
    this.progress = progress;
  }

  /** A step that an earlier call made, with how the object was not as it should be. */
  void doneBefore(int number, PlanStep.Action action, ObjectKey key, List<String> remarks) {
    add(number, action, key, StepResult.State.DONE_BEFORE, remarks);
  }

  /** Makes a step, unless an earlier one failed. A file that fails ends everything. */
  void run(int number, PlanStep.Action action, ObjectKey key, Step step) {
    run(number, action, key, step, List::of);
  }

  /**
   * Makes a step.
   *
   * @param leftOut says what could not be made at all; called when the step is done. It is reported
   *     and does not end the loop, since nothing can be done about it
   */
  void run(
      int number,
      PlanStep.Action action,
      ObjectKey key,
      Step step,
      Supplier<List<String>> leftOut) {
    if (stopped) {
      add(number, action, key, StepResult.State.NOT_TRIED, List.of());
      return;
    }
    progress.begins(results.size() + 1, total, action + " " + key);
    try {
      List<String> remarks = step.make();
      stopped = !remarks.isEmpty() && !continueOnFailure;
      add(number, action, key, StepResult.State.DONE, concat(remarks, leftOut.get()));
    } catch (XrayException | MigrationException | IllegalArgumentException e) {
      if (e instanceof MigrationException && ((MigrationException) e).file().isPresent()) {
        throw e;
      }
      String reason = String.valueOf(e.getMessage());
      journal.failed(number, undo, reason);
      stopped = !continueOnFailure;
      add(number, action, key, StepResult.State.FAILED, List.of(reason));
    }
  }

  static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void add(
      int number,
      PlanStep.Action action,
      ObjectKey key,
      StepResult.State state,
      List<String> remarks) {
    results.add(new ReportedStep(number, action, key, state, remarks));
  }

  List<StepResult> results() {
    return results;
  }

  /** A step as the loop sees it; gives how an object is not as it should be. */
  interface Step {
    List<String> make();
  }
}
