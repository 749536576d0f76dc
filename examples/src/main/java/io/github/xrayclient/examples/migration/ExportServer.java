package io.github.xrayclient.examples.migration;

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

/** Writes policies, watches and the other objects that can be migrated to a directory. */
@Command(
    name = "export",
    header = "Exports policies, watches and related objects to a directory, as JSON files.",
    description =
        "Writes one file for each condition, curation policy, policy, watch and ignore rule."
            + " The files stay the same as long as the server is not changed, so the directory can"
            + " be kept under version control. Does not change the server.",
    footer = "xray-examples export governance",
    exitCodeList = {
      "0:Everything was exported, except what standard error names.",
    })
public final class ExportServer implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "The directory for the files, which is created if it does not exist. An earlier"
          + " export in it is replaced. Other files are kept.")
  Path directory;

  @Option(
      names = "--replace-source",
      description = "Also replaces an export of another server. Default: the command fails.")
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
