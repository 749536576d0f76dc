package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.migration.MigrationReport;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Shows what a migration does, on a terminal while it does it, and what came of it. */
final class MigrationResults {
  @Mixin
  ResultOptions result;

  @Spec(Target.MIXEE)
  CommandSpec command;

  void progress(int position, int total, String words) {
    if (System.console() != null) {
      PrintWriter err = command.commandLine().getErr();
      err.println("[" + position + "/" + total + "] " + words.replaceAll("\\p{Cntrl}", " "));
    }
  }

  /** The exit code. */
  int show(MigrationReport report) throws IOException {
    result.write(result.isJson() ? report.toJson() + "\n" : report.toString());
    return report.isComplete() ? 0 : 3;
  }
}
