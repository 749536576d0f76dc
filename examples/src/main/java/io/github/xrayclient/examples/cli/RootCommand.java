package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.examples.terminal.Visible;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;
import picocli.CommandLine.TypeConversionException;

/** The root of a command line. It records what one run of a command has changed so far. */
@Command
public abstract class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help and exits.")
  boolean help;

  @Spec
  CommandSpec spec;

  private final Writes writes = new Writes();
  private final Waits waits = new Waits(this::say);
  private StatusLine status = StatusLine.none();
  private boolean outputFailed;

  /** Makes a command line of this root, with its commands, help, error handling and exit codes. */
  public final CommandLine commandLine() {
    CommandLine.tracer().setLevel(TraceLevel.OFF); // picocli would trace arguments, and so tokens
    Failures failures = new Failures(writes);
    return CommandHelp.install(new CommandLine(this))
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, RootCommand::path)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(new Execution(failures));
  }

  /**
   * Converts the name of a file or directory. An empty name, as from an unset variable of a shell,
   * is refused, since Java takes it for the current directory.
   */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("the name is empty");
    }
    return Path.of(name);
  }

  /** The root that a command belongs to. */
  public static RootCommand of(CommandSpec command) {
    return (RootCommand) command.commandLine().getCommandSpec().root().userObject();
  }

  /** The writes that the command sent to the server so far. */
  public Writes writes() {
    return writes;
  }

  /** The waits that the server asked for so far. */
  Waits waits() {
    return waits;
  }

  /** The line that says how far the command is. */
  public StatusLine status() {
    return status;
  }

  void showStatusOn(StatusLine line) {
    status = line;
    waits.showOn(line);
  }

  private void say(String message) {
    spec.commandLine().getErr().println(Visible.oneLine(message));
  }

  /** Reports on stderr that the result cannot be written, and makes the command fail. */
  void outputFailed(String message) {
    outputFailed = true;
    say(message + writes.summary());
  }

  boolean hasOutputFailed() {
    return outputFailed;
  }
}
