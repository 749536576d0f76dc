package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out whether a write whose answer is missing took effect. */
final class WriteOutcome {
  /** The outcome of a write. */
  enum Found {
    NOT_MADE,
    MADE,
    CHANGED_BY_OTHERS
  }

  final Found found;
  final Optional<StoredObject> now;

  private WriteOutcome(Found found, Optional<StoredObject> now) {
    this.found = found;
    this.now = now;
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
   * Like {@link #of(ObjectWrite, ObjectSource)}, but waivers that somebody added to a curation
   * policy after the write do not matter.
   */
  static WriteOutcome ofStep(ObjectWrite write, ObjectSource objects) {
    if (write.action != PlanStep.Action.UPDATE) {
      return of(write, objects);
    }
    Optional<StoredObject> now = objects.find(write.key, write.id);
    WriteOutcome outcome = of(write, now.map(stored -> AddedWaivers.without(write, stored)));
    return new WriteOutcome(outcome.found, now);
  }

  /** The outcome of a write, given the object as it was read afterwards. */
  static WriteOutcome of(ObjectWrite write, Optional<StoredObject> now) {
    boolean untouched =
        now.map(StoredObject::fingerprint).equals(write.before.map(StoredObject::fingerprint));
    boolean made = write.action == PlanStep.Action.DELETE
        ? now.isEmpty()
        : now.filter(write::isMadeOf).isPresent();
    if (untouched) {
      return new WriteOutcome(Found.NOT_MADE, now);
    }
    return new WriteOutcome(made ? Found.MADE : Found.CHANGED_BY_OTHERS, now);
  }

  private static WriteOutcome ofNew(ObjectWrite write, ObjectSource objects) {
    List<StoredObject> alike = new ArrayList<>(objects.alike(write.key, write.expected()));
    alike.removeIf(stored -> write.known.contains(stored.id()));
    if (alike.size() > 1) {
      throw new MigrationFailure(
          MigrationException.Kind.OUTCOME_UNKNOWN,
          "the answer to the request to " + write + " was lost, and " + alike.size()
              + " objects on the server may be its result, with the ids "
              + alike.stream().map(StoredObject::id).collect(Collectors.joining(" and "))
              + "; delete all but one of them, and run the migration again");
    }
    return of(write, alike.stream().findFirst());
  }

  boolean isMade() {
    return found == Found.MADE;
  }
}
