package io.github.xrayclient.examples.migration;

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

/** Plans the changes that make a server match an exported directory. Changes nothing. */
@Command(
    name = "plan",
    header = "Plans the changes that make a server match an exported directory.",
    description =
        "Prints the steps of the plan. Does not change the server. The command apply runs the"
            + " steps.",
    footer = "xray-examples plan governance --output plan.json",
    exitCodeList = {
      "0:The server matches the directory, so the plan has no steps.",
      "10:The plan has steps.",
    })
public final class PlanMigration implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that was written by export.")
  Path directory;

  private Path output;

  @Option(
      names = "--output",
      paramLabel = "PLAN",
      description =
          "Writes the plan to this file, for the command apply. The plan is also printed.")
  void output(Path file) {
    OutputOptions.refuseUnusable(file, command);
    output = file;
  }

  @Option(
      names = "--as-dry-run",
      description = "Plans curation policies with the action dry_run, so that they report"
          + " downloads but block none.")
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
