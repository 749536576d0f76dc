package io.github.xrayclient.examples.cli;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;
import picocli.CommandLine.TypeConversionException;

/** The root of a command line. It records what one run of a command has changed so far. */
@Command
public abstract class RootCommand {
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,8})(|ms|s|m)");
  private static final Duration LONGEST = Duration.ofDays(1); // of the library

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help and exits.")
  boolean help;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Prints only the result, warnings and errors: no notes and no progress.")
  boolean quiet;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description =
          "Prints no colors. Default: colors on a terminal, unless the environment variable"
              + " NO_COLOR is set.")
  boolean noColor;

  @Spec
  CommandSpec spec;

  private final List<Class<?>> commands;
  private final Messages messages = new Messages(() -> spec.commandLine().getErr());
  private final Writes writes = new Writes();
  private final RequestCount requests = new RequestCount();
  private final Waits waits = new Waits(messages::warning);
  private StatusLine status = StatusLine.none();
  private boolean outputFailed;

  /**
   * @param commands the classes of the commands, in the order of the help
   */
  protected RootCommand(List<Class<?>> commands) {
    this.commands = commands;
  }

  /** Makes a command line with all commands of this root, help, error handling and exit codes. */
  public final CommandLine commandLine() {
    return commandLine("");
  }

  /**
   * Makes a command line for these arguments. If the first one names a command, the others are left
   * out, since to define them takes a while.
   */
  public final CommandLine commandLine(String... arguments) {
    CommandLine.tracer().setLevel(TraceLevel.OFF); // picocli would trace arguments, and so tokens
    Failures failures = new Failures(writes);
    return CommandHelp.install(new CommandLine(withCommands(arguments)))
        .setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, RootCommand::path)
        .registerConverter(NameOrId.class, NameOrId::parse)
        .registerConverter(NamePattern.class, text -> NamePattern.of(notBlank(text)))
        .registerConverter(PackageType.class, text -> PackageType.of(notBlank(text)))
        .registerConverter(Duration.class, RootCommand::time)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(new Execution(failures));
  }

  private CommandSpec withCommands(String... arguments) {
    List<Class<?>> named = commands.stream()
        .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
        .filter(command -> !NeedsAllCommands.class.isAssignableFrom(command))
        .collect(Collectors.toList());
    CommandSpec root = CommandSpec.forAnnotatedObject(this);
    for (Class<?> command : named.isEmpty() ? commands : named) {
      root.addSubcommand(name(command), new CommandLine(command));
    }
    return root;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
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

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the text is blank");
    }
    return text;
  }

  /** Converts a number of seconds, or a number with a unit. */
  private static Duration time(String text) {
    Matcher number = TIME.matcher(text);
    if (!number.matches()) {
      throw new TypeConversionException("it is not a time");
    }
    long value = Long.parseLong(number.group(1));
    Duration time = number.group(2).equals("ms")
        ? Duration.ofMillis(value)
        : number.group(2).equals("m") ? Duration.ofMinutes(value) : Duration.ofSeconds(value);
    if (time.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("it is too long");
    }
    return time;
  }

  /** The root that a command belongs to. */
  public static RootCommand of(CommandSpec command) {
    return (RootCommand) command.commandLine().getCommandSpec().root().userObject();
  }

  /** The writes that the command sent to the server so far. */
  public Writes writes() {
    return writes;
  }

  /** The requests that were sent so far. */
  RequestCount requests() {
    return requests;
  }

  /** The waits that the server asked for so far. */
  Waits waits() {
    return waits;
  }

  /** The line that says how far the command is. */
  public StatusLine status() {
    return status;
  }

  void begin(List<String> arguments, StatusLine line) {
    messages.formatLike(arguments);
    if (quiet) {
      messages.beQuiet();
    }
    status = line;
    waits.showOn(line);
  }

  /** What the command says on standard error. */
  public Messages messages() {
    return messages;
  }

  /** Whether the result may have colors. */
  public boolean hasColors() {
    return !noColor && Ansi.AUTO.enabled(); // which is off if NO_COLOR is set
  }

  /** Reports on stderr that the result cannot be written, and makes the command fail. */
  void outputFailed(String message) {
    outputFailed = true;
    messages.error(message + writes.summary(), ExitCode.FAILED);
  }

  boolean hasOutputFailed() {
    return outputFailed;
  }
}
