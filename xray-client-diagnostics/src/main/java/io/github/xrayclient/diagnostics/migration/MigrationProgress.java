package io.github.xrayclient.diagnostics.migration;

/**
 * Is told what a migration does while it runs, on the thread that runs it. What it throws is logged,
 * and does not affect the migration.
 */
@FunctionalInterface
public interface MigrationProgress {
  /** Is told of each piece of work. */
  void onEvent(MigrationEvent event);
}
