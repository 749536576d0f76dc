package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks an exported directory, whose files may have been edited, without a server. */
@Command(
    name = "check",
    header = "Checks an exported directory for what servers refuse.",
    description = {
      "Lists unknown words, values of a wrong type, missing fields, fields that contradict each"
          + " other, and names of fields that are probably misspelled. The command plan refuses all"
          + " of them, too.",
      "Needs no server, so it does not find out whether the repositories, groups and other things"
          + " that the files name exist there."
    },
    footer = {"xray-examples check governance", "xray-examples check governance --format json"},
    exitCodeList = {
      "0:Nothing was found.",
      "10:There is at least one finding.",
    })
public final class CheckExport implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A directory that was written by export.")
  Path directory;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<SnapshotFinding> findings = Snapshot.read(directory).check();
    if (findings.isEmpty()) {
      result.say("Nothing was found in " + directory + ".");
    }
    result.write(findings.stream().map(this::line).collect(Collectors.joining()));
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private String line(SnapshotFinding finding) {
    return (result.isJson() ? finding.toJson() : finding) + "\n";
  }
}
