package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes the steps of an applied plan, the last one first. */
@Command(
    name = "rollback",
    header = "Undoes the steps of an applied plan, the last one first.",
    description =
        "Changes the server. If one of the objects was changed since the plan was applied, the"
            + " command fails and undoes nothing.",
    footer = "xray-examples rollback plan.json.journal",
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class RollBackMigration implements Callable<Integer> {
  @Parameters(paramLabel = "JOURNAL", description = "A journal that was written by apply.")
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
