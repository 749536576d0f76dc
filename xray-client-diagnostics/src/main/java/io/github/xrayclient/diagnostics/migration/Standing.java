package io.github.xrayclient.diagnostics.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How things stand with a write of which nobody knows whether it was made. */
final class Standing {
  /** What was found. */
  enum Found {
    NOT_MADE,
    MADE,
    CHANGED_BY_OTHERS
  }

  final Found found;
  final Optional<Held> now;

  private Standing(Found found, Optional<Held> now) {
    this.found = found;
    this.now = now;
  }

  /**
   * Looks at the object.
   *
   * @throws MigrationException if there are several that the write may have made
   */
  static Standing of(Write write, ObjectSource objects) {
    return write.action == PlanStep.Action.CREATE
        ? ofNew(write, objects)
        : of(write, objects.find(write.key, write.id));
  }

  /** The same for an object that was read already. */
  static Standing of(Write write, Optional<Held> now) {
    boolean untouched = now.map(Held::fingerprint).equals(write.before().map(Held::fingerprint));
    boolean made = write.action == PlanStep.Action.DELETE
        ? now.isEmpty()
        : now.filter(write::isMadeOf).isPresent();
    if (untouched) {
      return new Standing(Found.NOT_MADE, now);
    }
    return new Standing(made ? Found.MADE : Found.CHANGED_BY_OTHERS, now);
  }

  private static Standing ofNew(Write write, ObjectSource objects) {
    List<Held> alike = new ArrayList<>(objects.alike(write.key, write.expected()));
    alike.removeIf(held -> write.known.contains(held.id()));
    if (alike.size() > 1) {
      throw new MigrationException("the answer to " + write + " was lost, and there are "
          + alike.size()
          + " that it may have made, with the ids "
          + alike.stream().map(Held::id).collect(Collectors.joining(" and "))
          + "; delete those that are too many, and call again");
    }
    return of(write, alike.stream().findFirst());
  }

  boolean isMade() {
    return found == Found.MADE;
  }
}
