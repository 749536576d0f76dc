package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out which steps of a journal have to be undone. */
final class UndoSearch {
  private final OpenJournal journal;

  UndoSearch(OpenJournal journal) {
    this.journal = journal;
  }

  /**
   * What has to be done for each step that is not undone yet, the last step first.
   *
   * @param skipChanged whether changed objects, and what they need, stay as they are
   */
  NavigableMap<Integer, Undo> findAll(
      ServerState state, ListedObjects listed, boolean skipChanged) {
    NavigableMap<Integer, Undo> found = new TreeMap<>(Comparator.reverseOrder());
    journal.steps().values().forEach(step -> {
      if (journal.undone(step).isEmpty()) {
        found.put(step.number(), find(step, listed));
      }
    });
    if (skipChanged) {
      keepWhatIsUsed(found, state);
    }
    return found;
  }

  /** What objects that stay as they are need must not be deleted. */
  private void keepWhatIsUsed(NavigableMap<Integer, Undo> found, ServerState state) {
    SortedMap<ObjectKey, StoredObject> staying = new TreeMap<>(state.objects());
    found.forEach((number, undo) -> {
      if (undo.isNeeded()) {
        staying.remove(step(number).write().key);
      }
    });
    NeededObjects needed = NeededObjects.of(staying.values(), state.keysWithGlobalPolicies());
    found.replaceAll((number, undo) -> {
      JournalStep step = step(number);
      return undo.isNeeded() && Undo.inverse(step.write().action) == PlanStep.Action.DELETE
          ? needed
              .userOf(step.write().key)
              .map(user -> Undo.refused(user + ", which stays, uses it"))
              .orElse(undo)
          : undo;
    });
  }

  private JournalStep step(int number) {
    return Objects.requireNonNull(journal.steps().get(number));
  }

  /** Finds out whether a step has to be undone, from the object as it is now. */
  Undo find(JournalStep step, ObjectSource objects) {
    JournalStep begun = journal.undone().get(step.number());
    ObjectWrite write = step.write();
    if (begun != null) {
      WriteOutcome outcome = WriteOutcome.of(begun.write(), objects);
      return outcome.found == WriteOutcome.Found.CHANGED_BY_OTHERS
          ? Undo.refused()
          : Undo.needed(outcome.now);
    }
    if (!step.isDone()) {
      WriteOutcome outcome = WriteOutcome.ofStep(write, objects);
      switch (outcome.found) {
        case MADE:
          return Undo.needed(outcome.now);
        case NOT_MADE:
          return Undo.needless();
        default:
          return Undo.refused();
      }
    }
    if (write.action == PlanStep.Action.DELETE) {
      return findDeleted(write, objects);
    }
    Optional<StoredObject> now = objects.find(write.key, step.id());
    Optional<String> fingerprint =
        now.map(stored -> AddedWaivers.without(write, stored).fingerprint());
    if (fingerprint.equals(step.after())) {
      return Undo.needed(now);
    }
    boolean isAsBefore = fingerprint.equals(write.before.map(StoredObject::fingerprint));
    return isAsBefore ? Undo.needless() : Undo.refused();
  }

  /**
   * A deleted object is created again, unless somebody created one with the same name meanwhile.
   * Ignore rules have no names, so there may be equal ones.
   */
  private static Undo findDeleted(ObjectWrite write, ObjectSource objects) {
    if (write.key.kind() == ObjectKind.IGNORE_RULES || write.before.isEmpty()) {
      return Undo.needed(Optional.empty());
    }
    return objects.alike(write.key, write.before.get().received()).isEmpty()
        ? Undo.needed(Optional.empty())
        : Undo.refused();
  }
}
