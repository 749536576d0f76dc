package io.github.xrayclient.examples;

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

/** Says where a server is no longer as a directory, in version control perhaps, wants it. */
@Command(
    name = "drift",
    description = "Lists what differs from a directory; exit code 10 if something does.")
final class FindDrift implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that export wrote.")
  Path directory;

  @Option(
      names = "--strict",
      description = "Also counts objects that only the server has as drift.")
  boolean strict;

  @Mixin
  PlanOptions options;

  @Mixin
  ResultOptions result;

  @Mixin
  ProjectServerOptions server;

  @Override
  public Integer call() throws Exception {
    Snapshot snapshot = Snapshot.read(directory);
    MigrationPlan plan;
    try (Server connected = server.connect()) {
      plan = options.of(connected, server.project).plan(snapshot);
    }
    boolean drifted = !plan.isEmpty()
        || !plan.skipped().isEmpty()
        || (strict && !plan.onlyOnTarget().isEmpty());
    String headline =
        Visible.oneLine((drifted ? "Drift" : "No drift") + " from " + directory) + "\n";
    result.write(result.isJson() ? plan.toJson() + "\n" : headline + plan);
    return drifted ? ExitCode.FOUND : ExitCode.DONE;
  }
}
