package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.OutputOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for the file and the format of a plan, which is also printed. */
final class PlanOutput {
  private Path file;

  @Mixin
  DocumentFormat format;

  @Mixin
  FailOnOption failOn;

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--output",
      paramLabel = "PLAN",
      description = "Writes the plan to this file, for the command apply. The plan is also printed."
          + " The file is not written if --fail-on makes the command fail.")
  void output(Path plan) {
    OutputOptions.refuseUnusable(plan, command);
    file = plan;
  }

  /** Prints the plan and writes it to the file, if there is one. Returns the exit code. */
  int show(MigrationPlan plan) throws IOException {
    boolean fails = failOn.fails(plan.notes());
    boolean toStandardOutput = file != null && OutputOptions.isStandardOutput(file);
    if (file != null && !toStandardOutput && !fails) {
      plan.write(file);
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(toStandardOutput ? plan.toJson() + "\n" : format.of(plan));
    out.flush();
    if (fails) {
      return ExitCode.FAILED;
    }
    return plan.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }
}
