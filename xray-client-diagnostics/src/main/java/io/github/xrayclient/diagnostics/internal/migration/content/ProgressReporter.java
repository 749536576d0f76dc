package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells a listener what a migration does; a listener that throws does not affect it. */
public final class ProgressReporter {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final MigrationProgress listener;

  public ProgressReporter(MigrationProgress listener) {
    this.listener = listener;
  }

  /** Some objects of one kind were read. */
  void read(int position, int total, ObjectKind kind, int objects) {
    tell(ProgressEvent.read(position, total, kind, objects));
  }

  /** Objects are going to be compared, or what they need is going to be looked up. */
  public void begins(MigrationProgress.Phase phase, int objects) {
    tell(ProgressEvent.of(phase, objects));
  }

  /** A step is going to be made or undone. */
  public void begins(
      MigrationProgress.Phase phase,
      int position,
      int total,
      PlanStep.Action action,
      ObjectKey object) {
    tell(ProgressEvent.step(phase, position, total, action, object));
  }

  private void tell(MigrationProgress.Event event) {
    try {
      listener.onEvent(event);
    } catch (VirtualMachineError e) {
      throw e; // the whole JVM is in trouble, not the listener alone
    } catch (Throwable e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // it was meant for the migration, which must still end
      }
      log(e);
    }
  }

  private static void log(Throwable thrown) {
    try {
      LOG.log(
          Level.WARNING,
          "the listener of a migration failed, which does not affect the migration",
          thrown);
    } catch (RuntimeException brokenLogger) {
      // A logger must not change the migration either, and there is no other place to report this.
    }
  }
}
