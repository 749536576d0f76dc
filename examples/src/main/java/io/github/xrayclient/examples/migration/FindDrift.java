package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists where a server differs from an exported directory, which may be in version control. */
@Command(
    name = "drift",
    header = "Finds out what somebody changed on a server since a directory was exported.",
    description =
        "Lists the objects that differ from the directory, with who changed them last and when, as"
            + " far as the server tells, and each field from the value in the directory to the value"
            + " on the server. What the selected objects need, such as the policies of watches, is"
            + " listed if the server does not have it. In the output, the snapshot is the content of"
            + " the directory, and the target is the server. Does not change the server.",
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
      description =
          "Counts an object or a waiver that exists only on the server as a difference," + " too.")
  boolean strict;

  @Mixin
  DriftOptions options;

  @Mixin
  FailOnOption failOn;

  @Mixin
  DriftOutput output;

  @Mixin
  ProjectServerOptions server;

  @Override
  public Integer call() throws Exception {
    options.check();
    Snapshot snapshot = options.read(directory);
    Drift drift;
    try (Server connected = server.connect()) {
      drift = options.of(connected, server.project).drift(snapshot);
    }
    output.show(drift);
    if (failOn.fails(drift.notes())) {
      return ExitCode.FAILED;
    }
    return drift.isEmpty() && !(strict && hasMore(drift)) ? ExitCode.DONE : ExitCode.FOUND;
  }

  /** Whether only the server has some objects or waivers. */
  private static boolean hasMore(Drift drift) {
    return !drift.onlyOnServer().isEmpty()
        || drift.notes().stream()
            .anyMatch(note -> note.category() == PlanNote.Category.ONLY_ON_TARGET);
  }
}
