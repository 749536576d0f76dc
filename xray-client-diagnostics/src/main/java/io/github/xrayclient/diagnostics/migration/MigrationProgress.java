package io.github.xrayclient.diagnostics.migration;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A listener that is called while a migration runs, on the thread that runs it. Exceptions of the
 * listener are logged and do not affect the migration.
 */
@FunctionalInterface
public interface MigrationProgress {
  /** Called for each part of the work. {@link Phase} states when. */
  void onEvent(Event event);

  /** One part of the work of a migration. Immutable. */
  interface Event {
    /** The phase of the migration. */
    Phase phase();

    /** The number of this event in its phase, counted from 1. */
    int position();

    /** The number of events that the phase has. */
    int total();

    /** The kind of the objects; empty if there are objects of several kinds. */
    Optional<ObjectKind> objectKind();

    /** The object of a step; empty if the event is about several objects. */
    Optional<ObjectKey> object();

    /** The action of a step; empty if the event is not about a step. */
    Optional<PlanStep.Action> action();

    /** The number of objects that were read, or will be compared or checked; empty for a step. */
    OptionalInt objectCount();

    /** The event in words, as in {@code read 12 policies} or {@code create watch libs}. */
    @Override
    String toString();
  }

  /** The phases of a migration. More phases may be added. */
  enum Phase {
    /** Reads the server. There is an event for each kind of objects, after it was read. */
    READ,
    /** Compares the snapshot with the target. There is one event, before the comparison. */
    COMPARE,
    /** Checks whether the target has what the steps need. There is one event, before the check. */
    CHECK,
    /**
     * Applies a plan. There is an event for each step before it begins, except for steps that an
     * earlier call performed.
     */
    APPLY,
    /** Rolls a migration back. There is an event for each step, before it is undone. */
    ROLL_BACK
  }
}
