package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.Visible;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists where a server differs from an exported directory, which may be in version control. */
@Command(
    name = "drift",
    header = "Compares a server with an exported directory, and lists the differences.",
    description =
        "Prints the steps that would make the server match the directory. Does not change the"
            + " server.",
    footer = "xray-examples drift governance --strict",
    exitCodeList = {
      "0:The server matches the directory.",
      "10:There is at least one difference.",
    })
public final class FindDrift implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that was written by export.")
  Path directory;

  @Option(
      names = "--strict",
      description = "Counts an object that exists only on the server as a difference, too.")
  boolean strict;

  @Mixin
  PlanOptions options;

  @Mixin
  ResultOptions result;

  @Mixin
  ProjectServerOptions server;

  @Override
  public Integer call() throws Exception {
    options.check();
    Snapshot snapshot = options.read(directory);
    MigrationPlan plan;
    try (Server connected = server.connect()) {
      plan = options.of(connected, server.project).plan(snapshot);
    }
    boolean drifted = !plan.isEmpty()
        || !plan.skipped().isEmpty()
        || (strict && !plan.onlyOnTarget().isEmpty());
    String headline =
        Visible.oneLine("The server " + (drifted ? "differs from " : "matches ") + directory)
            + "\n";
    result.write(result.isJson() ? plan.toJson() + "\n" : headline + plan);
    return drifted ? ExitCode.FOUND : ExitCode.DONE;
  }
}
