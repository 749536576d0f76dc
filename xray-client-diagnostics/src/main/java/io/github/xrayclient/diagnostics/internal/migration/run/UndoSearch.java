package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out which steps of a journal have to be undone. */
final class UndoSearch {
  private final OpenJournal journal;
  private final RestoredContent restored;

  UndoSearch(OpenJournal journal, RestoredContent restored) {
    this.journal = journal;
    this.restored = restored;
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
    List<StoredObject> staying = state.all();
    found.values().stream()
        .flatMap(undo -> undo.now().stream())
        .forEach(undone -> staying.removeIf(object -> isSame(object, undone)));
    NeededObjects needed = NeededObjects.of(staying, state.keysWithGlobalPolicies());
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

  private static boolean isSame(StoredObject first, StoredObject second) {
    return first.key().equals(second.key()) && first.id().equals(second.id());
  }

  private JournalStep step(int number) {
    return Objects.requireNonNull(journal.steps().get(number));
  }

  /** Finds out whether a step has to be undone, from the object as it is now. */
  Undo find(JournalStep step, ObjectSource objects) {
    JournalStep begun = journal.undone().get(step.number());
    if (begun != null) {
      WriteOutcome outcome = WriteOutcome.of(begun, objects);
      return outcome.found == WriteOutcome.Found.CHANGED_BY_OTHERS
          ? Undo.refused()
          : Undo.needed(outcome.now);
    }
    if (!step.isDone()) {
      return findUnverified(step, objects);
    }
    ObjectWrite write = step.write();
    if (write.action == PlanStep.Action.DELETE) {
      return findDeleted(write, objects);
    }
    Optional<StoredObject> now = objects.find(write.key, step.id());
    Optional<StoredObject> own = now.map(stored -> AddedWaivers.without(write, stored));
    if (own.map(write::fingerprintAfter).equals(step.after())) {
      return nameIsTaken(write, objects)
          ? Undo.refused("somebody gave its former name to another object")
          : Undo.needed(now);
    }
    boolean isAsBefore =
        own.map(StoredObject::fingerprint).equals(write.before.map(StoredObject::fingerprint));
    boolean isRestored = now.isPresent()
        && write.before.filter(before -> restored.isAsBefore(before, now.get())).isPresent();
    return isAsBefore || isRestored ? Undo.needless() : refused(write, now);
  }

  /** Whether another object has the name that a renamed curation policy had before the step. */
  private static boolean nameIsTaken(ObjectWrite write, ObjectSource objects) {
    if (write.key.kind() != ObjectKind.CURATION_POLICIES
        || write.action != PlanStep.Action.UPDATE
        || write.before.isEmpty()) {
      return false;
    }
    ObjectNode before = write.before.get().received();
    String name = before.path("name").asText();
    return !name.equals(write.key.name())
        && objects.alike(ObjectKey.of(ObjectKind.CURATION_POLICIES, name), before).stream()
            .anyMatch(object -> !object.id().equals(write.id));
  }

  /** Of objects of which one may be the result of a step, the one that was created last is. */
  private static Undo findUnverified(JournalStep step, ObjectSource objects) {
    WriteOutcome outcome = WriteOutcome.ofStep(step, objects);
    boolean isTwin = !outcome.twins.isEmpty();
    if (isTwin) {
      return Undo.needed(Optional.of(outcome.twins.get(outcome.twins.size() - 1)));
    }
    switch (outcome.found) {
      case MADE:
        return Undo.needed(outcome.now);
      case NOT_MADE:
        return Undo.needless();
      default:
        return refused(step.write(), outcome.now);
    }
  }

  /** Says which waivers would be deleted with a curation policy that the migration created. */
  private static Undo refused(ObjectWrite write, Optional<StoredObject> now) {
    List<String> added = now.filter(stored -> write.action == PlanStep.Action.CREATE).stream()
        .flatMap(stored -> AddedWaivers.toCreated(write, stored).stream())
        .collect(Collectors.toList());
    return added.isEmpty()
        ? Undo.refused()
        : Undo.refused(
            "somebody added " + String.join(" and ", added) + ", which would be deleted with it");
  }

  /**
   * A deleted object is created again, unless it was created again already, or somebody created
   * another one with the same name meanwhile. Ignore rules have no names, so there may be others
   * like them; they are looked up only in the lists that were read at the beginning.
   */
  private Undo findDeleted(ObjectWrite write, ObjectSource objects) {
    if (write.before.isEmpty()) {
      return Undo.needed(Optional.empty());
    }
    if (write.key.kind() == ObjectKind.IGNORE_RULES) {
      return restored.replacement(write).isPresent()
          ? Undo.needless()
          : Undo.needed(Optional.empty());
    }
    List<StoredObject> alike = objects.alike(write.key, write.before.get().received());
    if (alike.isEmpty()) {
      return Undo.needed(Optional.empty());
    }
    return restored.replacement(write, alike).isPresent() ? Undo.needless() : Undo.refused();
  }
}
