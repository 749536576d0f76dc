package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.NeedsAllCommands;
import io.github.xrayclient.examples.terminal.VisibleOutput;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows the help of a command. */
@Command(
    name = "help",
    header = "Shows the help of a command.",
    description = "Without a command, lists all commands. Like the option --help.",
    footer = "xray-examples help explain")
final class ShowHelp implements Callable<Integer>, NeedsAllCommands {
  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The name of the command. Default: all commands.")
  String name;

  @Spec
  CommandSpec command;

  @Override
  public Integer call() {
    CommandLine root = command.parent().commandLine();
    CommandLine shown = name == null ? root : root.getSubcommands().get(name);
    if (shown == null) {
      throw new UnmatchedArgumentException(root, List.of(name));
    }
    VisibleOutput out = (VisibleOutput) root.getOut(); // set by Execution
    out.printColored(shown.getUsageMessage(root.getColorScheme()));
    return 0;
  }
}
