package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.NeedsAllCommands;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    header = "Prints a script that lets a shell complete commands and options.",
    description = {
      "The shell completes a command of the name xray-examples, which may be an alias, a function or"
          + " a script. In bash or zsh, load the script as in the example, or at the start of each"
          + " shell.",
    },
    footer = "source <(xray-examples completion bash)")
final class WriteCompletion implements Callable<Integer>, NeedsAllCommands {
  /** The shells that can load the script. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "bash|zsh", description = "The shell that loads the script.")
  Shell shell;

  @Spec
  CommandSpec command;

  @Override
  public Integer call() {
    String script = AutoComplete.bash("xray-examples", command.parent().commandLine());
    command.commandLine().getOut().print(script);
    return 0;
  }
}
