package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.cli.Writes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Shows the result of a migration, and on a terminal also its progress. */
final class MigrationResults {
  @Mixin
  ResultOptions result;

  @Spec(Target.MIXEE)
  CommandSpec command;

  MigrationProgress progress() {
    return ProgressLine.of(command);
  }

  void say(String sentence) {
    result.say(sentence);
  }

  /** Shows the report, and returns the exit code. */
  int show(MigrationReport report) {
    result.write(result.isJson() ? report.toJson() + "\n" : report.toString());
    if (report.results().stream().allMatch(MigrationResults::isAsAsked)) {
      return ExitCode.DONE;
    }
    Writes writes = RootCommand.of(command).writes();
    int exit = writes.changedAnything() ? ExitCode.INCOMPLETE : ExitCode.FAILED;
    RootCommand.of(command)
        .messages()
        .error(
            "not all steps were done as planned; the result names the reasons" + writes.summary(),
            exit);
    return exit;
  }

  /** Whether a step is done, or was skipped on request. */
  private static boolean isAsAsked(StepResult step) {
    switch (step.outcome()) {
      case SKIPPED:
        return true;
      case DONE:
      case DONE_BEFORE:
      case NOTHING_TO_UNDO:
        return step.notes().isEmpty();
      default:
        return false;
    }
  }

  /** Shows what a rollback would do, and returns the exit code. */
  int showPreview(MigrationReport report) {
    result.write(result.isJson() ? report.toJson() + "\n" : report.toString());
    boolean isRefused = has(report, StepResult.Outcome.WOULD_BE_REFUSED);
    if (isRefused) {
      result.warn(
          "the rollback would be refused, because somebody changed objects after the plan was"
              + " applied; --skip-changed leaves them alone");
    }
    return isRefused || has(report, StepResult.Outcome.WOULD_BE_DONE)
        ? ExitCode.FOUND
        : ExitCode.DONE;
  }

  private static boolean has(MigrationReport report, StepResult.Outcome outcome) {
    return report.results().stream().anyMatch(result -> result.outcome() == outcome);
  }
}
