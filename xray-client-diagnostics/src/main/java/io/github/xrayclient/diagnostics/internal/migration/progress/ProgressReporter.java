package io.github.xrayclient.diagnostics.internal.migration.progress;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls the listener of a migration. An exception of the listener does not affect the migration.
 */
public final class ProgressReporter {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final MigrationProgress listener;
  private final Clock clock;
  private Instant start;
  private int steps;

  /**
   * A reporter for work that begins now.
   *
   * @param clock tells the time that the work takes
   */
  public ProgressReporter(MigrationProgress listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A reporter that nobody listens to. */
  public static ProgressReporter none() {
    return new ProgressReporter(event -> {}, Clock.systemUTC());
  }

  /** Reports that some objects of one kind were read, and that there are more. */
  public void readSoFar(int position, int total, ObjectKind kind, int objects) {
    call(ProgressEvent.read(
        MigrationProgress.Phase.READ_PAGE, position, total, kind, objects, elapsed()));
  }

  /** Reports that the objects of one kind were read. */
  public void read(int position, int total, ObjectKind kind, int objects) {
    call(ProgressEvent.read(
        MigrationProgress.Phase.READ, position, total, kind, objects, elapsed()));
    start = clock.instant();
  }

  /** Reports that a comparison or a look-up begins. */
  public void begins(MigrationProgress.Phase phase, int objects) {
    call(ProgressEvent.of(phase, objects));
  }

  /** Reports that a step begins, after the earlier steps of this call. */
  public void begins(
      MigrationProgress.Phase phase,
      int position,
      int total,
      PlanStep.Action action,
      ObjectKey object) {
    if (steps == 0) {
      start = clock.instant();
    }
    call(ProgressEvent.step(phase, position, total, action, object, new Pace(steps, elapsed())));
    steps++;
  }

  /** The time since the start. Zero if the clock was set back meanwhile. */
  private Duration elapsed() {
    Duration elapsed = Duration.between(start, clock.instant());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  private void call(MigrationProgress.Event event) {
    try {
      listener.onEvent(event);
    } catch (VirtualMachineError e) {
      throw e; // the JVM is in trouble, so the migration must end as well
    } catch (Throwable e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // the interrupt was meant for the migration
      }
      log(e);
    }
  }

  private static void log(Throwable thrown) {
    try {
      LOG.log(
          Level.WARNING,
          "A MigrationProgress listener threw an exception; the migration continues.",
          thrown);
    } catch (RuntimeException brokenLogger) {
      // A failing logger must not end the migration, and there is no other place to report this.
    }
  }
}
