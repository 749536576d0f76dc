package io.github.xrayclient.examples.cli;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports wrong arguments in one line on stderr. The messages of picocli repeat the arguments, and
 * one of them may be a token behind a misspelled option; these messages never repeat an argument.
 */
public final class UsageErrors implements IParameterExceptionHandler {
  /** A usage error with a message of this program, which contains no secret. */
  public static final class Refused extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Refused(CommandLine command, String message) {
      this(command, message, ExitCode.USAGE);
    }

    Refused(CommandLine command, String message, int exitCode) {
      super(command, message);
      this.exitCode = exitCode;
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    Messages messages = RootCommand.of(command.getCommandSpec()).messages();
    messages.formatLike(Arrays.asList(arguments));
    if (e instanceof Refused) {
      messages.error(e.getMessage(), ((Refused) e).exitCode);
      return ((Refused) e).exitCode;
    }
    String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    messages.error(message(e, Arrays.asList(arguments)) + help, ExitCode.USAGE);
    return ExitCode.USAGE;
  }

  /**
   * Refuses a value such as {@code --dryrun}, which is probably a misspelled option, unless it is
   * attached to its option as in {@code --name=--dryrun}.
   */
  static void refuseOptionsAsValues(ParseResult command) {
    List<String> arguments = command.originalArgs();
    for (int i = 1; i < arguments.size(); i++) {
      String name = arguments.get(i - 1);
      OptionSpec option = command.commandSpec().optionsMap().get(name);
      boolean takesValue = option != null && option.arity().min() > 0;
      if (takesValue && arguments.get(i).matches("(?s)--?\\p{Alpha}.*")) {
        throw new Refused(
            command.commandSpec().commandLine(),
            "the value of " + name + " begins with - like an option; correct the spelling of the"
                + " option, or write the value after an equals sign, as in " + name + "=-text");
      }
    }
  }

  private static String message(ParameterException e, List<String> arguments) {
    if (e instanceof UnmatchedArgumentException) {
      return unknown((UnmatchedArgumentException) e, arguments);
    }
    if (e instanceof MissingParameterException) {
      return missing(((MissingParameterException) e).getMissing(), arguments);
    }
    if (e instanceof OverwrittenOptionException) {
      return label(((OverwrittenOptionException) e).getOverwritten()) + " is given more than once";
    }
    if (e.getArgSpec() != null) {
      return label(e.getArgSpec()) + " must be " + expected(e.getArgSpec());
    }
    if (e.getCommandLine().getParent() == null) {
      return "no command was given";
    }
    return e.getCommandLine().getCommandSpec().argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .map(group -> "use only one of these options, and only once: " + choices(group))
        .findFirst()
        .orElse("an option is given more than once");
  }

  private static String missing(List<ArgSpec> missing, List<String> arguments) {
    ArgGroupSpec group = missing.isEmpty() ? null : missing.get(0).group();
    if (missing.size() == 1 && isGiven(missing.get(0), arguments)) {
      return labels(missing) + " needs a value";
    }
    if (group != null && group.exclusive()) {
      return "one of these options is required: " + choices(group);
    }
    List<ArgSpec> required = missing.stream() // a group also has options that are not missing
        .filter(ArgSpec::required)
        .filter(argument -> !isGiven(argument, arguments))
        .collect(Collectors.toList());
    return labels(required) + (required.size() == 1 ? " is missing" : " are missing");
  }

  /** The options of a group that exclude each other. */
  private static String choices(ArgGroupSpec group) {
    return labels(group.allOptionsNested().stream()
        .filter(option -> group.equals(option.group()) || option.required())
        .collect(Collectors.toList()));
  }

  private static String labels(List<? extends ArgSpec> arguments) {
    return arguments.stream().map(UsageErrors::label).collect(Collectors.joining(", "));
  }

  /** Whether the option was given, so that only its value is missing. */
  private static boolean isGiven(ArgSpec argument, List<String> arguments) {
    return argument.isOption()
        && Arrays.stream(((OptionSpec) argument).names())
            .anyMatch(name -> arguments.stream()
                .anyMatch(given -> given.equals(name) || given.startsWith(name + "=")));
  }

  private static String unknown(UnmatchedArgumentException e, List<String> arguments) {
    String unmatched = e.getUnmatched().get(0);
    int position = arguments.indexOf(unmatched) + 1;
    CommandSpec command = e.getCommandLine().getCommandSpec();
    boolean isOption = unmatched.startsWith("-");
    boolean isCommand = !isOption && command.parent() == null;
    List<String> near = isOption || isCommand
        ? NearNames.of(
            unmatched,
            isOption ? command.optionsMap().keySet() : command.subcommands().keySet())
        : List.of();
    return (position == 0 ? "an argument" : "argument " + position)
        + (isCommand ? " is not a command" : isOption ? " is not an option" : " is unknown")
        + (near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)");
  }

  private static String label(ArgSpec argument) {
    return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
  }

  private static String expected(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (argument.completionCandidates() != null) {
      return "one of " + String.join(", ", argument.completionCandidates());
    }
    boolean number = type == int.class || type == Integer.class;
    boolean flag = type == boolean.class || type == Boolean.class;
    if (type == Path.class) {
      return "the name of a file or directory, and must not be empty";
    }
    if (type == Duration.class) {
      return "a number of seconds, or a number with ms, s or m, such as 500ms or 2m; a day at most";
    }
    if (type == NameOrId.class) {
      return "a name or an ID, and must not be blank";
    }
    if (type == NamePattern.class || type == PackageType.class) {
      return "a name, and must not be blank";
    }
    return number ? "a whole number" : flag ? "true or false" : "a valid value";
  }
}
