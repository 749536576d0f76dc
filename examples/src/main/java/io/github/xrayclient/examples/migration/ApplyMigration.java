package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the steps of a plan, or continues where an earlier run stopped. */
@Command(
    name = "apply",
    header = "Runs the steps of a plan, or continues where an earlier run stopped.",
    description =
        "Changes the server. Before each step, a journal records it with a backup of what it"
            + " changes; rollback uses the journal to undo the steps.",
    footer = "xray-examples apply plan.json",
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class ApplyMigration implements Callable<Integer> {
  @Parameters(paramLabel = "PLAN", description = "A file that was written by plan --output.")
  Path plan;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "The file that records the steps. Default: the name of the plan"
          + " followed by .journal, or by .2.journal and so on if that file records another plan"
          + " that has ended.")
  Path journal;

  @Option(
      names = "--continue",
      description = "Continues with the other steps after a step fails. Default: stops at the first"
          + " step that fails.")
  boolean continueOnFailure;

  @Mixin
  WholeServerOptions server;

  @Mixin
  MigrationResults results;

  @Override
  public Integer call() throws Exception {
    server.refuseReadOnly();
    MigrationPlan planned = MigrationPlan.read(plan);
    Journal records = journal == null ? Journal.beside(plan, planned) : Journal.at(journal);
    Path usual = plan.resolveSibling(plan.getFileName() + ".journal");
    if (journal == null && !records.file().equals(usual)) {
      results.say("The journal is " + records.file() + ", because " + usual
          + " records another plan, which has ended.");
    }
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray()).progress(results.progress());
      migration = continueOnFailure ? migration.continueOnFailure() : migration;
      return results.show(migration.apply(planned, records));
    }
  }
}
