package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.http.CallListener;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A listener that is called while a migration runs, on the thread that runs it. Exceptions of the
 * listener are logged and do not affect the migration.
 *
 * <p>It is not called while the client waits because the server asked for it, for example with the
 * status 429. A {@link CallListener} of the client is told about these waits by {@link
 * CallListener#onRetry}.
 */
@FunctionalInterface
public interface MigrationProgress {
  /** Called for each part of the work. {@link Phase} states when. */
  void onEvent(Event event);

  /** One part of the work of a migration. Immutable. */
  interface Event {
    /** The phase of the migration. */
    Phase phase();

    /**
     * The number of the step, or of the kind of objects, within its phase, counted from 1.
     */
    int position();

    /** The number of steps, or of kinds of objects, that the phase has. */
    int total();

    /** The kind of the objects; empty if there are objects of several kinds. */
    Optional<ObjectKind> objectKind();

    /** The object of a step; empty if the event is about several objects. */
    Optional<ObjectKey> object();

    /** The action of a step; empty if the event is not about a step. */
    Optional<PlanStep.Action> action();

    /** The number of objects that were read, or will be compared or checked; empty for a step. */
    OptionalInt objectCount();

    /**
     * The time since the phase began. While the server is read, it is the time since the reading of
     * this kind of objects began.
     */
    Duration elapsed();

    /**
     * The number of steps that were performed, or of objects that were read, in each second of
     * {@link #elapsed}. Steps that an earlier call performed do not count. Empty at the first step,
     * and if the event is about neither.
     */
    OptionalDouble perSecond();

    /** The event in words, as in {@code read 12 policies} or {@code create watch libs}. */
    @Override
    String toString();
  }

  /** The phases of a migration. More phases may be added. */
  enum Phase {
    /**
     * Reads objects that the server lists in several pages. There is an event after each page
     * except the last, with the number of objects of this kind that were read so far.
     */
    READ_PAGE,
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
