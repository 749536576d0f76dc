package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Performs single writes: records a write in the journal, sends it, verifies it, and records the
 * outcome.
 */
final class StepRunner {
  private final WriteSender sender;
  private final OpenJournal journal;
  private final boolean undo;

  /**
   * @param undo whether the writes undo steps
   */
  StepRunner(WriteSender sender, OpenJournal journal, boolean undo) {
    this.sender = sender;
    this.journal = journal;
    this.undo = undo;
  }

  /**
   * Performs a write.
   *
   * @return a note for each field that the server stored with another value than was sent
   */
  List<StepNote> make(int step, ObjectWrite write) {
    journal.begun(step, undo, write);
    return finish(step, write, sender.send(write));
  }

  /**
   * Continues a write that was begun before an interruption. It is sent unless it took effect
   * already.
   */
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
            "somebody changed " + write.key + " while the migration was interrupted; undo this"
                + " change, and run the migration again");
    }
  }

  private List<StepNote> finish(int step, ObjectWrite write, Optional<StoredObject> now) {
    boolean gone = write.action == PlanStep.Action.DELETE;
    if (now.isPresent() == gone) {
      throw new StepFailure(
          StepNote.Kind.WITHOUT_EFFECT,
          "the server accepted the request to " + write + ", but the object "
              + (gone ? "still exists" : "does not exist"));
    }
    List<StepNote> differences = now.map(write::differences).orElse(List.of()).stream()
        .map(change -> new ReportedNote(
            StepNote.Kind.FIELD_DIFFERS,
            sender.redact(change.field()),
            sender.redact("the server changed a value that was sent: " + change)))
        .collect(Collectors.toList());
    boolean untouched =
        now.map(StoredObject::fingerprint).equals(write.before.map(StoredObject::fingerprint));
    if (untouched && !differences.isEmpty()) {
      throw new StepFailure(
          StepNote.Kind.WITHOUT_EFFECT,
          "the server accepted the request to " + write + ", but did not change the object");
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
