package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
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
    return finish(
        step, write, sender.send(write, id -> journal.created(step, undo, id, List.of())));
  }

  /**
   * Continues a write that was begun before an interruption. It is sent unless it took effect
   * already.
   */
  List<StepNote> resume(JournalStep begun) {
    ObjectWrite write = begun.write();
    WriteOutcome outcome = WriteOutcome.of(begun, sender.objects());
    switch (outcome.found) {
      case MADE:
        return finish(begun.number(), write, outcome);
      case NOT_MADE:
        return make(begun.number(), write);
      default:
        removeTwins(begun.number(), write, outcome);
        throw new StepFailure(
            StepNote.Kind.CHANGED_BY_OTHERS,
            "somebody changed " + write.key + " while the migration was interrupted; undo this"
                + " change, and run the migration again");
    }
  }

  /**
   * Records a write as done that was not sent, because its effect is there already.
   *
   * @param now the object as it is now; empty if it was deleted
   */
  void adopt(int step, ObjectWrite write, Optional<StoredObject> now) {
    journal.adopted(
        step,
        write,
        now.map(StoredObject::id).orElse(""),
        now.map(write::fingerprintAfter).orElse(""));
  }

  /** Deletes an object that this step created, because equal ones were created before. */
  void removeTwin(JournalStep step, StoredObject twin, StoredObject remaining) {
    remove(step.number(), twin, remaining);
  }

  /** Goes on with an equal object that another apply of the plan created. */
  void reassign(JournalStep step, StoredObject remaining) {
    journal.done(step.number(), undo, remaining.id(), remaining.fingerprint(), step.differences());
  }

  private List<StepNote> finish(int step, ObjectWrite write, WriteOutcome outcome) {
    Optional<StoredObject> now = outcome.now;
    boolean gone = write.action == PlanStep.Action.DELETE;
    refuseWithoutEffect(write, outcome);
    removeTwins(step, write, outcome);
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
        now.map(write::fingerprintAfter).orElse(""),
        gone ? List.of() : differences);
    return gone ? List.of() : differences;
  }

  private static void refuseWithoutEffect(ObjectWrite write, WriteOutcome outcome) {
    boolean gone = write.action == PlanStep.Action.DELETE;
    if (outcome.now.isPresent() == gone) {
      throw new StepFailure(
          StepNote.Kind.WITHOUT_EFFECT,
          "the server accepted the request to " + write + ", but the object "
              + (gone ? "still exists" : "does not exist"));
    }
  }

  /**
   * Deletes what this write created although an object with the same name was created before.
   *
   * @throws StepFailure if that object has other content, so that it does not replace the new one
   */
  private void removeTwins(int step, ObjectWrite write, WriteOutcome outcome) {
    if (outcome.twins.isEmpty()) {
      return;
    }
    StoredObject remaining = outcome.now.orElseThrow();
    if (write.key.kind() == ObjectKind.IGNORE_RULES && !undo) {
      List<String> others =
          outcome.twins.stream().map(StoredObject::id).collect(Collectors.toList());
      journal.created(step, undo, remaining.id(), others); // compared later; see RuleTwins
      return;
    }
    outcome.twins.forEach(twin -> remove(step, twin, remaining));
    if (!outcome.isMade()) {
      throw new StepFailure(
          StepNote.Kind.CHANGED_BY_OTHERS,
          "somebody created " + write.key + " with other content at the same time, so the new"
              + " object was deleted again; make a new plan");
    }
  }

  private void remove(int step, StoredObject twin, StoredObject remaining) {
    journal.twin(step, undo, twin.id(), remaining.id());
    ObjectWrite delete =
        new ObjectWrite(PlanStep.Action.DELETE, twin.key(), twin.id(), null, twin, List.of());
    refuseWithoutEffect(delete, sender.send(delete, id -> {}));
  }
}
