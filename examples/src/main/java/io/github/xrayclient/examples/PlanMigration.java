package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says by which requests a server becomes what a directory holds; changes nothing. */
@Command(
    name = "plan",
    description =
        "Plans how a server becomes what a directory holds; exit code 10 if it has steps.")
final class PlanMigration implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that export wrote.")
  Path directory;

  @Option(names = "--output", paramLabel = "PLAN", description = "Writes the plan, for apply.")
  Path output;

  @Option(names = "--as-dry-run", description = "Curation policies only audit, and do not block.")
  boolean asDryRun;

  @Mixin
  PlanOptions options;

  @Mixin
  FormatOption format;

  @Mixin
  ProjectServerOptions server;

  @Spec
  CommandSpec command;

  @Override
  public Integer call() throws Exception {
    Snapshot snapshot = Snapshot.read(directory);
    MigrationPlan plan;
    try (Server connected = server.connect()) {
      Migration migration = options.of(connected, server.project);
      plan = (asDryRun ? migration.asDryRun() : migration).plan(snapshot);
    }
    if (output != null) {
      plan.write(output);
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(format.isJson() ? plan.toJson() + "\n" : plan);
    out.flush();
    return plan.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }
}
