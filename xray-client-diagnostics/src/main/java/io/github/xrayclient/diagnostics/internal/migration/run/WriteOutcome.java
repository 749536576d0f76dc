package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How things stand with a write of which nobody knows whether it was made. */
final class WriteOutcome {
  /** What was found. */
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
   * Looks at the object.
   *
   * @throws MigrationFailure if there are several that the write may have made
   */
  static WriteOutcome of(ObjectWrite write, ObjectSource objects) {
    return write.action == PlanStep.Action.CREATE
        ? ofNew(write, objects)
        : of(write, objects.find(write.key, write.id));
  }

  /** What became of a write, by the object as it was read since. */
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
          "the answer to " + write + " was lost, and there are "
              + alike.size()
              + " that it may have made, with the ids "
              + alike.stream().map(StoredObject::id).collect(Collectors.joining(" and "))
              + "; delete those that are too many, and call again");
    }
    return of(write, alike.stream().findFirst());
  }

  boolean isMade() {
    return found == Found.MADE;
  }
}
