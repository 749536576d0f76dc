package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.FormatOption;
import io.github.xrayclient.examples.cli.OutputOptions;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
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

  private Path output;

  @Option(
      names = "--output",
      paramLabel = "PLAN",
      description = "Also writes the plan to this file, for apply.")
  void output(Path file) {
    OutputOptions.refuseUnusable(file, command);
    output = file;
  }

  @Option(
      names = "--as-dry-run",
      description = "Plans curation policies that only audit downloads, and block none.")
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
    boolean toStandardOutput = output != null && OutputOptions.isStandardOutput(output);
    if (output != null && !toStandardOutput) {
      plan.write(output);
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(format.isJson() || toStandardOutput ? plan.toJson() + "\n" : plan);
    out.flush();
    return plan.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }
}
