package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.CreationOrder;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out whether a write took effect, and whether another apply of the same plan created the
 * object as well. Servers let two conditions or two curation policies have the same name, so two
 * applies at once can create twins. The one that was created first stays. Each apply deletes only
 * its own, and does so right after it created it, before another object refers to it.
 */
final class WriteOutcome {
  /** The outcome of a write. */
  enum Found {
    NOT_MADE,
    MADE,
    CHANGED_BY_OTHERS
  }

  final Found found;
  final Optional<StoredObject> now;

  /** The objects that this write created although there is another one, and that have to go. */
  final List<StoredObject> twins;

  private WriteOutcome(Found found, Optional<StoredObject> now, List<StoredObject> twins) {
    this.found = found;
    this.now = now;
    this.twins = twins;
  }

  /**
   * The outcome of a write that the journal says was begun.
   *
   * @throws MigrationFailure if the write may have created one of several objects
   */
  static WriteOutcome of(JournalStep begun, ObjectSource objects) {
    return begun.created().isEmpty()
        ? of(begun.write(), objects)
        : ofCreated(begun.write(), begun.created(), objects);
  }

  /**
   * Reads the object and finds out whether the write took effect.
   *
   * @throws MigrationFailure if the write may have created one of several objects
   */
  static WriteOutcome of(ObjectWrite write, ObjectSource objects) {
    return write.action == PlanStep.Action.CREATE
        ? ofNew(write, objects)
        : of(write, objects.find(write.key, write.id));
  }

  /**
   * Like {@link #of(JournalStep, ObjectSource)}, but waivers that somebody added to a curation
   * policy after the write do not matter.
   */
  static WriteOutcome ofStep(JournalStep begun, ObjectSource objects) {
    ObjectWrite write = begun.write();
    if (write.action != PlanStep.Action.UPDATE) {
      return of(begun, objects);
    }
    Optional<StoredObject> now = objects.find(write.key, write.id);
    WriteOutcome outcome = of(write, now.map(stored -> AddedWaivers.without(write, stored)));
    return new WriteOutcome(outcome.found, now, List.of());
  }

  /** The outcome of a write, given the object as it was read afterwards. */
  static WriteOutcome of(ObjectWrite write, Optional<StoredObject> now) {
    boolean untouched =
        now.map(StoredObject::fingerprint).equals(write.before.map(StoredObject::fingerprint));
    boolean made = write.action == PlanStep.Action.DELETE
        ? now.isEmpty()
        : now.filter(write::isMadeOf).isPresent();
    if (untouched) {
      return new WriteOutcome(Found.NOT_MADE, now, List.of());
    }
    return new WriteOutcome(made ? Found.MADE : Found.CHANGED_BY_OTHERS, now, List.of());
  }

  /**
   * Whether another apply of the same plan has made what this write, which was not sent, would
   * make.
   */
  static WriteOutcome ofUnsent(ObjectWrite write, ObjectSource objects) {
    if (write.action != PlanStep.Action.CREATE) {
      return of(write, objects);
    }
    List<StoredObject> alike = alike(write, objects);
    Optional<StoredObject> equal = alike.stream().filter(write::isMadeOf).findFirst();
    boolean mayBeMade =
        equal.isPresent() || write.key.kind() == ObjectKind.IGNORE_RULES; // rules have no names
    return of(write, mayBeMade ? equal : alike.stream().findFirst());
  }

  /**
   * The outcome of a write that created the object with this id. For kinds whose names need not be
   * unique, the name is read again. Ignore rules have no names; see {@link RuleTwins}.
   */
  static WriteOutcome ofCreated(ObjectWrite write, String id, ObjectSource objects) {
    if (!ObjectKinds.isOfCuration(write.key.kind())) {
      return of(write, objects.find(write.key, id));
    }
    List<StoredObject> alike = alike(write, objects);
    Optional<StoredObject> own = alike.stream()
        .filter(stored -> stored.id().equals(id))
        .findFirst()
        .or(() -> objects.find(write.key, id));
    if (own.isEmpty()) {
      return of(write, alike.stream().filter(write::isMadeOf).findFirst());
    }
    Optional<StoredObject> earlier = alike.stream()
        .findFirst()
        .filter(first -> CreationOrder.OF_OBJECTS.compare(first, own.get()) < 0);
    boolean isEqual = earlier.isPresent() && hasSameContent(own.get(), earlier.get());
    if (earlier.isEmpty() || !(isEqual || write.isMadeOf(own.get()))) {
      return of(write, own); // what somebody changed since is not deleted
    }
    Found earlierIs = isEqual ? Found.MADE : of(write, earlier).found;
    return new WriteOutcome(earlierIs, earlier, List.of(own.get()));
  }

  private static boolean hasSameContent(StoredObject first, StoredObject second) {
    return Comparison.between(first.key().kind(), first.sendable(), second.sendable())
        .isEmpty();
  }

  /**
   * The outcome of a write that created an object whose id is not known, because its answer was
   * lost. If there are several and all are as the write would have made them, other applies of the
   * plan made the others. The first one stays, and the others are twins: they were created later,
   * so those who created them delete them as well.
   */
  private static WriteOutcome ofNew(ObjectWrite write, ObjectSource objects) {
    List<StoredObject> alike = alike(write, objects);
    List<StoredObject> equal = alike.stream().filter(write::isMadeOf).collect(Collectors.toList());
    if (write.key.kind() == ObjectKind.IGNORE_RULES && !equal.isEmpty()) {
      alike = equal; // rules that differ in their expiry are no twins
    }
    if (alike.size() > equal.size() && alike.size() > 1) {
      throw new MigrationFailure(
          MigrationException.Kind.OUTCOME_UNKNOWN,
          "the answer to the request to " + write + " was lost, and " + alike.size()
              + " objects on the server may be its result, with the ids "
              + alike.stream().map(StoredObject::id).collect(Collectors.joining(" and "))
              + "; delete all but one of them, and run the migration again");
    }
    WriteOutcome outcome = of(write, alike.stream().findFirst());
    return new WriteOutcome(
        outcome.found,
        outcome.now,
        List.copyOf(alike.subList(Math.min(1, alike.size()), alike.size())));
  }

  /** The objects that could be mistaken for the new one, the one that was created first at first. */
  private static List<StoredObject> alike(ObjectWrite write, ObjectSource objects) {
    List<StoredObject> alike = new ArrayList<>(objects.alike(write.key, write.expected()));
    alike.removeIf(stored -> write.known.contains(stored.id()));
    alike.sort(CreationOrder.OF_OBJECTS);
    return alike;
  }

  boolean isMade() {
    return found == Found.MADE;
  }
}
