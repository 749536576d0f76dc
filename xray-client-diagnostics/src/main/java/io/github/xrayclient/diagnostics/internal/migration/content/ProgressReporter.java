package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Calls the listener of a migration. An exception of the listener does not affect the migration.
 */
public final class ProgressReporter {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final MigrationProgress listener;

  public ProgressReporter(MigrationProgress listener) {
    this.listener = listener;
  }

  /** Reports that the objects of one kind were read. */
  public void read(int position, int total, ObjectKind kind, int objects) {
    call(ProgressEvent.read(position, total, kind, objects));
  }

  /** Reports that a comparison or a look-up begins. */
  public void begins(MigrationProgress.Phase phase, int objects) {
    call(ProgressEvent.of(phase, objects));
  }

  /** Reports that a step begins. */
  public void begins(
      MigrationProgress.Phase phase,
      int position,
      int total,
      PlanStep.Action action,
      ObjectKey object) {
    call(ProgressEvent.step(phase, position, total, action, object));
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
