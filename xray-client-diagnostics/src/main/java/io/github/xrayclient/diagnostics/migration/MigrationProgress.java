package io.github.xrayclient.diagnostics.migration;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Is told what a migration does while it runs, on the thread that runs it. What it throws is logged,
 * and does not affect the migration.
 */
@FunctionalInterface
public interface MigrationProgress {
  /** Is told of each piece of work. */
  void onEvent(Event event);

  /** A piece of the work of a migration. Immutable. */
  interface Event {
    /** What the migration is doing. */
    Phase phase();

    /** The place of this piece among those of the phase, counted from 1. */
    int position();

    /** How many pieces the phase has. */
    int total();

    /** The kind of the objects, if they are all of one kind. */
    Optional<ObjectKind> objectKind();

    /** The object of a step; empty if the piece is about more than one. */
    Optional<ObjectKey> object();

    /** What a step does; empty in other phases. */
    Optional<PlanStep.Action> action();

    /** How many objects were read, are compared or are checked; empty for a step. */
    OptionalInt objectCount();

    /** In words: {@code read 12 policies}, {@code create watch libs}. */
    @Override
    String toString();
  }

  /** What a migration is doing. More phases may be added. */
  enum Phase {
    /** The server is read; one event for each kind of objects, after it was read. */
    READ,
    /** The snapshot is compared with the target; one event before it. */
    COMPARE,
    /** The target is asked whether it has what the steps need; one event before it. */
    CHECK,
    /** A plan is applied; one event for each step that is made, before it begins. */
    APPLY,
    /** A journal is rolled back; one event for each step that is undone, before it begins. */
    ROLL_BACK
  }
}
