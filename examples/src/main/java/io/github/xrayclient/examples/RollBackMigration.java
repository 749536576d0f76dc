package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes what apply did, the last step first. */
@Command(
    name = "rollback",
    description = "Undoes the steps that a journal records, the last one first.")
final class RollBackMigration implements Callable<Integer> {
  @Parameters(paramLabel = "JOURNAL", description = "A file that apply wrote.")
  Path journal;

  @Mixin
  WholeServerOptions server;

  @Mixin
  MigrationResults results;

  @Override
  public Integer call() throws Exception {
    server.refuseReadOnly();
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray()).progress(results::progress);
      return results.show(migration.rollBack(Journal.at(journal)));
    }
  }
}
