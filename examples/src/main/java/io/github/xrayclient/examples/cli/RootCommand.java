package io.github.xrayclient.examples.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;
import picocli.CommandLine.TypeConversionException;

/** The root of a command line, which knows what one run has done so far. */
@Command
public abstract class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Spec
  CommandSpec spec;

  private final Writes writes = new Writes();
  private boolean outputFailed;

  /** The commands of this root with their exit codes. */
  public final CommandLine commandLine() {
    CommandLine.tracer().setLevel(TraceLevel.OFF); // it would print tokens
    Failures failures = new Failures(writes);
    return new CommandLine(this)
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, RootCommand::path)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(new Execution(failures));
  }

  /** A file or directory. An empty name would be the current directory, by an unset variable. */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("empty");
    }
    return Path.of(name);
  }

  /** The root of a command, or of the one that a mixin belongs to. */
  public static RootCommand of(CommandSpec command) {
    return (RootCommand) command.commandLine().getCommandSpec().root().userObject();
  }

  /** What the command wrote to the server so far. */
  public Writes writes() {
    return writes;
  }

  /** Says on stderr that the result cannot be written, which makes the command fail. */
  void outputFailed(String words) {
    outputFailed = true;
    spec.commandLine().getErr().println(Visible.oneLine(words + writes.summary()));
  }

  boolean hasOutputFailed() {
    return outputFailed;
  }
}
