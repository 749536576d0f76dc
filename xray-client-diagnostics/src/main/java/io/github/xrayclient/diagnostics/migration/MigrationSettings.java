package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.planning.PlanOptions;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import java.time.Clock;

/** What callers set on a {@link Migration}. Immutable: each setting returns a changed copy. */
final class MigrationSettings {
  static final MigrationSettings DEFAULTS =
      new MigrationSettings("", PlanOptions.DEFAULTS, Clock.systemUTC(), false, false, event -> {});

  /** The key of the project to which the migration is limited; empty for the whole server. */
  final String project;

  final PlanOptions options;
  final Clock clock;
  final boolean continueOnFailure;
  final boolean skipChanged;
  private final MigrationProgress progress;

  private MigrationSettings(
      String project,
      PlanOptions options,
      Clock clock,
      boolean continueOnFailure,
      boolean skipChanged,
      MigrationProgress progress) {
    this.project = project;
    this.options = options;
    this.clock = clock;
    this.continueOnFailure = continueOnFailure;
    this.skipChanged = skipChanged;
    this.progress = progress;
  }

  MigrationSettings project(String key) {
    return new MigrationSettings(key, options, clock, continueOnFailure, skipChanged, progress);
  }

  MigrationSettings options(PlanOptions changed) {
    return new MigrationSettings(project, changed, clock, continueOnFailure, skipChanged, progress);
  }

  MigrationSettings clock(Clock other) {
    return new MigrationSettings(project, options, other, continueOnFailure, skipChanged, progress);
  }

  MigrationSettings continueOnFailure() {
    return new MigrationSettings(project, options, clock, true, skipChanged, progress);
  }

  MigrationSettings skipChanged() {
    return new MigrationSettings(project, options, clock, continueOnFailure, true, progress);
  }

  MigrationSettings progress(MigrationProgress listener) {
    return new MigrationSettings(project, options, clock, continueOnFailure, skipChanged, listener);
  }

  /** A new reporter for one task of the migration. */
  ProgressReporter reporter() {
    return new ProgressReporter(progress, clock);
  }
}
