package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes single writes: notes each one, sends it, verifies it, and notes that. */
final class StepRunner {
  private final WriteSender sender;
  private final OpenJournal journal;
  private final boolean undo;

  /**
   * @param undo whether it undoes steps
   */
  StepRunner(WriteSender sender, OpenJournal journal, boolean undo) {
    this.sender = sender;
    this.journal = journal;
    this.undo = undo;
  }

  /**
   * Makes a write.
   *
   * @return in which fields the object is not as it should be, although the server accepted it
   */
  List<StepNote> make(int step, ObjectWrite write) {
    journal.begun(step, undo, write);
    return finish(step, write, sender.send(write));
  }

  /** Goes on with a write that was begun, of which nobody knows whether it was made. */
  List<StepNote> resume(int step, ObjectWrite write) {
    WriteOutcome outcome = WriteOutcome.of(write, sender.objects());
    switch (outcome.found) {
      case MADE:
        return finish(step, write, outcome.now);
      case NOT_MADE:
        return make(step, write);
      default:
        throw new StepFailure(
            StepNote.Kind.CHANGED_BY_OTHERS,
            write.key
                + " was changed by somebody while the migration was interrupted; make it as it was"
                + " or as the migration wants it, and call again");
    }
  }

  private List<StepNote> finish(int step, ObjectWrite write, Optional<StoredObject> now) {
    boolean gone = write.action == PlanStep.Action.DELETE;
    if (now.isPresent() == gone) {
      throw new StepFailure(
          StepNote.Kind.WITHOUT_EFFECT,
          "the server accepted the request to " + write + ", but the object is "
              + (gone ? "still" : "not") + " there");
    }
    List<StepNote> differences = now.map(write::differences).orElse(List.of()).stream()
        .map(change -> new ReportedNote(
            StepNote.Kind.FIELD_DIFFERS,
            sender.redact(change.field()),
            sender.redact("not as it should be: " + change)))
        .collect(Collectors.toList());
    boolean untouched =
        now.map(StoredObject::fingerprint).equals(write.before.map(StoredObject::fingerprint));
    if (untouched && !differences.isEmpty()) {
      throw new StepFailure(
          StepNote.Kind.WITHOUT_EFFECT,
          "the server accepted the request to " + write + ", but changed nothing");
    }
    journal.done(
        step,
        undo,
        now.map(StoredObject::id).orElse(""),
        now.map(StoredObject::fingerprint).orElse(""),
        gone ? List.of() : differences);
    return gone ? List.of() : differences;
  }
}
