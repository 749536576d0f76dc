package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the requests of a plan, or goes on where an earlier call ended. */
@Command(name = "apply", description = "Applies a plan; called again, it continues where it ended.")
final class ApplyMigration implements Callable<Integer> {
  @Parameters(paramLabel = "PLAN", description = "A file that plan wrote.")
  Path plan;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "File that records the steps, with backups; PLAN.journal by default.")
  Path journal;

  @Option(names = "--continue", description = "Goes on with other steps after a failure.")
  boolean continueOnFailure;

  @Mixin
  WholeServerOptions server;

  @Mixin
  MigrationResults results;

  @Override
  public Integer call() throws Exception {
    server.refuseReadOnly();
    MigrationPlan planned = MigrationPlan.read(plan);
    Path file = journal == null ? plan.resolveSibling(plan.getFileName() + ".journal") : journal;
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray()).progress(results::progress);
      migration = continueOnFailure ? migration.continueOnFailure() : migration;
      return results.show(migration.apply(planned, Journal.at(file)));
    }
  }
}
