package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plans the changes that make a server match an exported directory. Changes nothing. */
@Command(
    name = "plan",
    header = "Plans the changes that make a server match an exported directory.",
    description =
        "Prints the steps of the plan. Does not change the server. The command apply runs the"
            + " steps. What the selected objects need, such as the policies of watches, is created if"
            + " the server does not have it, and is never changed. In plans and messages, the"
            + " snapshot is the content of the directory, and the target is the server.",
    footer = "xray-examples plan governance --output plan.json",
    exitCodeList = {
      "0:The server matches the directory, so the plan has no steps.",
      "10:The plan has steps.",
    })
public final class PlanMigration implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that was written by export.")
  Path directory;

  @Mixin
  PlanOptions options;

  @Mixin
  PlanOutput output;

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
    return output.show(plan);
  }
}
