package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what changed between two exports, or between an export and a server. */
@Command(
    name = "diff",
    header = "Compares two exported directories, or one with a server.",
    description =
        "Lists the objects that were added (+), removed (-) and changed (~), with each changed field,"
            + " from the first directory to the second. Without a second directory, compares with the"
            + " server. Does not change the server.",
    footer = {
      "xray-examples diff governance-main governance-branch",
      "xray-examples diff governance --url https://acme.example",
    },
    exitCodeList = {
      "0:There is no difference.",
      "10:There is at least one difference.",
    })
public final class CompareExports implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "A directory that was written by export.")
  Path from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TO",
      description =
          "Another such directory. Cannot be used with --project or the options that name a server."
              + " Default: the server.")
  Path to;

  @Mixin
  SelectionOptions selection;

  @Mixin
  MappingOptions mapping;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    Selection selected = selection.selection();
    Snapshot before = Snapshot.read(from);
    Mapping names = mapping.mapping();
    Difference difference =
        Difference.between(before, after(before.projectKey(), names), selected, names);
    result.write(result.isJson() ? difference.toJson() + "\n" : difference.toString());
    return difference.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private Snapshot after(Optional<String> exported, Mapping names) throws IOException {
    if (to != null) {
      server.refuseBeside("TO");
      return Snapshot.read(to);
    }
    Optional<String> project =
        Optional.ofNullable(server.project).or(() -> exported.map(names::projectOf));
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray());
      return project.map(migration::inProject).orElse(migration).snapshot();
    }
  }
}
