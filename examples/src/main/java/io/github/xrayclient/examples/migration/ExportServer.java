package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.terminal.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes policies, watches and the other objects that can be migrated to a directory. */
@Command(
    name = "export",
    header = "Exports policies, watches and related objects to a directory, as JSON files.",
    description =
        "Writes one file for each condition, curation policy, policy, watch and ignore rule."
            + " The files stay the same as long as the server is not changed, so the directory can"
            + " be kept under version control. When they are read, all JSON files in the folders of"
            + " the kinds count, so files can be edited, added and deleted. --only selects objects."
            + " What they need, such as the policies of watches, is exported, too. Does not change"
            + " the server.",
    footer = "xray-examples export governance",
    exitCodeList = "0:Everything was exported, except what standard error names.")
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

  @Option(
      names = "--waiver-files",
      paramLabel = "inline|separate|none",
      description = "Where the waivers of curation policies are: inline in the files of their"
          + " policies; separate in files of their own, so that a new waiver changes no other file;"
          + " or none, which leaves them out: they are then not compared, and stay as they are on"
          + " servers. Default: separate if the earlier export in DIR has such files, otherwise"
          + " inline.")
  WaiverFiles waiverFiles;

  @Mixin
  SelectionOptions selection;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Spec
  CommandSpec command;

  @Override
  public Integer call() throws Exception {
    Selection selected = selection.selection();
    Snapshot snapshot;
    try (Server connected = server.connect()) {
      Migration all =
          Migration.of(connected.xray()).select(selected).progress(ProgressLine.of(command));
      snapshot = (server.project == null ? all : all.inProject(server.project)).snapshot();
    }
    write(snapshot);
    snapshot
        .notRead()
        .forEach((kind, reason) ->
            result.warn("Not exported: " + kind.directory() + ", because " + reason.text()));
    if (!snapshot.needed().isEmpty()) {
      result.say(
          "Includes objects that selected ones need: " + snapshot.needed().size());
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    snapshot.counts().forEach((kind, count) -> counts.put(kind.directory(), count));
    Table table = new Table("EXPORTED", "COUNT");
    counts.forEach((kind, count) -> table.row(kind, count.toString()));
    result.write(result.isJson() ? ResultOptions.json(counts) + "\n" : table.toString());
    return 0;
  }

  private void write(Snapshot snapshot) {
    if (waiverFiles == null && replaceSource) {
      snapshot.replace(directory);
    } else if (waiverFiles == null) {
      snapshot.write(directory);
    } else if (replaceSource) {
      snapshot.replace(directory, waiverFiles);
    } else {
      snapshot.write(directory, waiverFiles);
    }
  }
}
