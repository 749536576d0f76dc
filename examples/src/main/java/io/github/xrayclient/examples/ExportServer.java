package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes policies, watches and all else that can be migrated into a directory, one file each. */
@Command(
    name = "export",
    description = "Writes conditions, policies, watches and ignore rules into a directory.")
final class ExportServer implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The directory, new or of an earlier export.")
  Path directory;

  @Option(
      names = "--replace-source",
      description = "Also replaces an export of another server, which is refused otherwise.")
  boolean replaceSource;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    Snapshot snapshot;
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray());
      snapshot =
          (server.project == null ? migration : migration.inProject(server.project)).snapshot();
    }
    if (replaceSource) {
      snapshot.replace(directory);
    } else {
      snapshot.write(directory);
    }
    snapshot
        .notRead()
        .forEach((kind, reason) ->
            result.say("Not exported: " + kind.directory() + ", because " + reason.text()));
    Map<String, Integer> counts = new LinkedHashMap<>();
    snapshot.counts().forEach((kind, count) -> counts.put(kind.directory(), count));
    Table table = new Table("EXPORTED", "COUNT");
    counts.forEach((kind, count) -> table.row(kind, count.toString()));
    result.write(result.isJson() ? ResultOptions.json(counts) + "\n" : table.toString());
    return 0;
  }
}
