package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.remedy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;

/** Undoes the steps that a journal records, the last step first. */
public final class Rollback {
  private final OpenJournal journal;
  private final WriteSender sender;
  private final StepRunner runner;
  private final UndoSearch search;
  private final UndoWrites writes;
  private final boolean skipChanged;
  private final NavigableMap<Integer, Undo> found;

  private Rollback(
      OpenJournal journal,
      WriteSender sender,
      ServerState state,
      ListedObjects listed,
      boolean skipChanged) {
    this.journal = journal;
    this.sender = sender;
    this.runner = new StepRunner(sender, journal, true);
    RestoredContent restored = new RestoredContent(journal, listed);
    this.search = new UndoSearch(journal, restored);
    this.writes = new UndoWrites(listed, restored);
    this.skipChanged = skipChanged;
    this.found = search.findAll(state, listed, skipChanged);
  }

  private JournalStep step(int number) {
    return Objects.requireNonNull(journal.steps().get(number));
  }

  /**
   * Undoes the steps of a migration.
   *
   * @param skipChanged whether objects that somebody changed since are left alone
   * @throws MigrationFailure if somebody changed an object and it is not to be left alone; then
   *     nothing is undone
   */
  public static List<StepResult> run(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    Rollback rollback = of(journal, xray, skipChanged, progress);
    if (!skipChanged) {
      rollback.refuseChangesByOthers();
    }
    return rollback.undoSteps(false, progress);
  }

  /** Finds out what {@link #run} would do, and sends no write. */
  public static List<StepResult> preview(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    return of(journal, xray, skipChanged, progress).undoSteps(true, progress);
  }

  private static Rollback of(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    JournalHead head = journal.head();
    Set<ObjectKind> kinds = head.kinds();
    if (skipChanged) {
      kinds.addAll(
          ObjectReferences.usersOf(kinds)); // what an object that stays uses must stay, too
    }
    ServerState state =
        new ServerStateReader(xray, head.project(), progress).withTwins().read(kinds);
    return new Rollback(
        journal, new WriteSender(xray), state, new ListedObjects(state), skipChanged);
  }

  private void refuseChangesByOthers() {
    List<String> changed = new ArrayList<>();
    found.forEach((number, undo) -> {
      if (undo.isRefused()) {
        String reason = undo.reason();
        changed.add(step(number).write().key + (reason.isEmpty() ? "" : " (" + reason + ")"));
      }
    });
    if (!changed.isEmpty()) {
      throw new MigrationFailure(
          MigrationException.Kind.SERVER_CHANGED,
          "nothing was rolled back, because somebody changed these objects after the migration: "
              + sender.redact(String.join(", ", changed)),
          Remedy.of(
              Remedy.Kind.SKIP_CHANGED,
              "undo these changes and roll back again, leave these objects alone with"
                  + " skipChanged(), or restore them by hand from the backups in "
                  + journal.file(),
              List.of(String.valueOf(journal.file()))));
    }
  }

  private List<StepResult> undoSteps(boolean preview, ProgressReporter progress) {
    StepLoop loop = new StepLoop(
        MigrationProgress.Phase.ROLL_BACK, journal, journal.steps().size(), false, progress);
    for (JournalStep step : journal.steps().descendingMap().values()) {
      PlanStep.Action inverse = Undo.inverse(step.write().action);
      Undo undo = found.get(step.number());
      if (undo == null) {
        loop.doneBefore(
            step.number(),
            inverse,
            step.write().key,
            StepLoop.concat(journal.undone(step).orElseThrow().differences(), notRestored(step)));
      } else if (preview || !undo.isNeeded()) {
        StepResult.Outcome outcome = outcome(undo);
        List<StepNote> notes = notes(step, undo);
        if (!preview) {
          journal.left(step.number(), outcome + notes.toString());
        }
        loop.notRun(step.number(), inverse, step.write().key, outcome, notes);
      } else {
        loop.run(
            step.number(),
            inverse,
            step.write().key,
            () -> StepLoop.Made.now(undo(step)),
            () -> notRestored(step));
      }
    }
    return loop.results();
  }

  /** The outcome of a step that is not undone now. */
  private StepResult.Outcome outcome(Undo undo) {
    if (undo.isRefused()) {
      return skipChanged ? StepResult.Outcome.SKIPPED : StepResult.Outcome.WOULD_BE_REFUSED;
    }
    return undo.isNeeded() ? StepResult.Outcome.WOULD_BE_DONE : StepResult.Outcome.NOTHING_TO_UNDO;
  }

  /** The notes on a step that is not undone now. */
  private List<StepNote> notes(JournalStep step, Undo undo) {
    ObjectKey key = step.write().key;
    if (undo.isRefused()) {
      String text = undo.reason().isEmpty()
          ? "somebody changed " + key + " after the migration"
          : key + " cannot be rolled back: " + undo.reason();
      return List.of(new ReportedNote(
          StepNote.Kind.CHANGED_BY_OTHERS,
          null,
          sender.redact(text + (skipChanged ? ", so it is left alone" : ""))));
    }
    JournalStep begun = journal.undone().get(step.number());
    return undo.isNeeded()
        ? RollbackLosses.between(
            step.write(), begun == null ? writes.of(step, undo.now()) : begun.write())
        : List.of();
  }

  private List<StepNote> undo(JournalStep step) {
    String id = step.write().id.isEmpty() ? step.id() : step.write().id;
    return sender.alone(step.write().key, id, () -> undoAlone(step));
  }

  private List<StepNote> undoAlone(JournalStep step) {
    JournalStep begun = journal.undone().get(step.number());
    if (begun != null) {
      return runner.resume(begun);
    }
    Undo undo = search.find(step, sender.objects());
    if (undo.isRefused()) {
      throw new StepFailure(
          StepNote.Kind.CHANGED_BY_OTHERS,
          "somebody changed " + step.write().key
              + " during the rollback; undo this change, and roll back again");
    }
    return undo.isNeeded() ? runner.make(step.number(), writes.of(step, undo.now())) : List.of();
  }

  /** Notes on what a step deleted and its undoing did not restore. */
  private List<StepNote> notRestored(JournalStep step) {
    JournalStep undo = journal.undone().get(step.number());
    return undo == null ? List.of() : RollbackLosses.between(step.write(), undo.write());
  }
}
