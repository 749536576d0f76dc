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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes the steps of an applied plan, the last one first. */
@Command(
    name = "rollback",
    header = "Undoes the steps of an applied plan, the last one first.",
    description =
        "Changes the server. If one of the objects was changed since the plan was applied, the"
            + " command fails and undoes nothing, unless --skip-changed is given. A waiver that was"
            + " added to a policy since is kept.",
    footer = "xray-examples rollback plan.json.journal",
    exitCodeList = {
      "10:With --preview, there is something to undo, or the rollback would be refused, because"
          + " somebody changed an object since the plan was applied.",
      ExitCode.ON_WRITE,
    })
public final class RollBackMigration implements Callable<Integer> {
  @Parameters(paramLabel = "JOURNAL", description = "A journal that was written by apply.")
  Path journal;

  @Option(
      names = "--preview",
      description = "Only lists what would be undone, and does not change the server.")
  boolean preview;

  @Option(
      names = "--skip-changed",
      description = "Leaves alone what somebody changed since the plan was applied, and lists it.")
  boolean skipChanged;

  @Mixin
  WholeServerOptions server;

  @Mixin
  MigrationResults results;

  @Override
  public Integer call() throws Exception {
    if (!preview) {
      server.refuseReadOnly();
    }
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray()).progress(results.progress());
      migration = skipChanged ? migration.skipChanged() : migration;
      return preview
          ? results.showPreview(migration.previewRollBack(Journal.at(journal)))
          : results.show(migration.rollBack(Journal.at(journal)));
    }
  }
}
