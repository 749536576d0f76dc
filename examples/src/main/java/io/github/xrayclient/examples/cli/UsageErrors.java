package io.github.xrayclient.examples.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports arguments that cannot be understood, in one line on stderr. Picocli's own messages repeat
 * what was typed, which may be a token after a misspelled option; these do not.
 */
public final class UsageErrors implements IParameterExceptionHandler {
  /** A refusal in words of this program, which hold no secret. */
  public static final class Refused extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refused(CommandLine command, String words) {
      this(command, words, ExitCode.USAGE);
    }

    Refused(CommandLine command, String words, int exitCode) {
      super(command, words);
      this.exitCode = exitCode;
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    if (e instanceof Refused) {
      command.getErr().println(Visible.oneLine(e.getMessage()));
      return ((Refused) e).exitCode;
    }
    String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println(words(e, Arrays.asList(arguments)) + help);
    return ExitCode.USAGE;
  }

  /**
   * Refuses a value such as {@code --dryrun}, which is an option that was spelled wrong, unless it
   * is attached to its option.
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
            "the value of " + name
                + " begins with - like an option; correct the option's spelling, or"
                + " write the value behind an equals sign, as in " + name + "=-text");
      }
    }
  }

  private static String words(ParameterException e, List<String> arguments) {
    if (e instanceof UnmatchedArgumentException) {
      return words((UnmatchedArgumentException) e, arguments);
    }
    if (e instanceof MissingParameterException) {
      return missing(((MissingParameterException) e).getMissing());
    }
    if (e instanceof OverwrittenOptionException) {
      return label(((OverwrittenOptionException) e).getOverwritten()) + " is given more than once";
    }
    if (e.getArgSpec() != null) {
      return label(e.getArgSpec()) + " must be " + expected(e.getArgSpec());
    }
    return e.getCommandLine().getParent() == null
        ? "no command is named"
        : "two of the options cannot be used together";
  }

  private static String missing(List<ArgSpec> missing) {
    ArgGroupSpec group = missing.isEmpty() ? null : missing.get(0).group();
    boolean oneOf = group != null && group.exclusive();
    List<? extends ArgSpec> wanted = oneOf ? group.allOptionsNested() : missing;
    String labels = wanted.stream().map(UsageErrors::label).collect(Collectors.joining(", "));
    return (oneOf ? "one of these is missing: " : "missing: ") + labels;
  }

  private static String words(UnmatchedArgumentException e, List<String> arguments) {
    int position = arguments.indexOf(e.getUnmatched().get(0)) + 1;
    List<String> similar = e.getSuggestions();
    return (position == 0 ? "an argument" : "argument " + position) + " is not understood"
        + (similar.isEmpty() ? "" : " (did you mean " + String.join(" or ", similar) + "?)");
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
    boolean truth = type == boolean.class || type == Boolean.class;
    if (type == Path.class) {
      return "the name of a file or a directory, and not empty";
    }
    return number ? "a whole number" : truth ? "true or false" : "a usable value";
  }
}
