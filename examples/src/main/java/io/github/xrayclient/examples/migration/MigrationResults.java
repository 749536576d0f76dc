package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.cli.Writes;
import java.io.Console;
import java.util.Optional;
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

  void progress(MigrationProgress.Event event) {
    if (isOnTerminal()) {
      result.say("[" + event.position() + "/" + event.total() + "] " + event);
    }
  }

  void say(String sentence) {
    result.say(sentence);
  }

  private static boolean isOnTerminal() {
    return Optional.ofNullable(System.console())
        .filter(MigrationResults::isTerminal)
        .isPresent();
  }

  /** Since Java 22 a console may exist without a terminal, and has a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Console.isTerminal() failed", e);
    }
  }

  /** Shows the report, and returns the exit code. */
  int show(MigrationReport report) {
    result.write(result.isJson() ? report.toJson() + "\n" : report.toString());
    if (report.isComplete()) {
      return ExitCode.DONE;
    }
    Writes writes = RootCommand.of(command).writes();
    result.say(
        "not all steps were done as planned; the result names the reasons" + writes.summary());
    return writes.changedAnything() ? ExitCode.INCOMPLETE : ExitCode.FAILED;
  }
}
