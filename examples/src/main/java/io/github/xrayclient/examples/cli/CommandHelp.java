package io.github.xrayclient.examples.cli;

import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command: first the options that only this command has, then the common ones. */
public final class CommandHelp extends Help {
  private CommandHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
  }

  /** Gives a root and all its commands this form of help. */
  static CommandLine install(CommandLine root) {
    prepare(root.getCommandSpec());
    root.getSubcommands().values().forEach(command -> prepare(command.getCommandSpec()));
    return root.setHelpFactory(CommandHelp::new);
  }

  private static void prepare(CommandSpec command) {
    UsageMessageSpec help = command.usageMessage();
    help.sortOptions(false)
        .synopsisHeading("%nUsage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%nParameters:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings(help.exitCodeList()))
        .footerHeading("%nExample:%n")
        .footer(Arrays.stream(help.footer()).map("  "::concat).toArray(String[]::new))
        .sectionMap()
        .replaceAll((name, section) -> content -> withLineFeeds(section.render(content)));
  }

  /** Ends lines in the same way on every system, as all other output does. */
  private static String withLineFeeds(String text) {
    return text.replace(System.lineSeparator(), "\n");
  }

  /** The options that only this command has, in the order of their declaration. */
  public static List<OptionSpec> ownOptions(CommandSpec command) {
    return options(command, option -> !isCommon(option));
  }

  /** The options that several commands have in common, in the order of their declaration. */
  public static List<OptionSpec> commonOptions(CommandSpec command) {
    return options(command, CommandHelp::isCommon);
  }

  private static List<OptionSpec> options(CommandSpec command, Predicate<OptionSpec> wanted) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .filter(wanted)
        .collect(Collectors.toList());
  }

  /** Common options are declared in this package, the others beside their command. */
  private static boolean isCommon(OptionSpec option) {
    Class<?> declaring = ((Member) option.userObject()).getDeclaringClass();
    return declaring.getPackage().equals(CommandHelp.class.getPackage());
  }

  @Override
  protected Text createDetailedSynopsisOptionsText(
      Collection<ArgSpec> done, Comparator<OptionSpec> order, boolean cluster) {
    return super.createDetailedSynopsisOptionsText(done, ownOptions(commandSpec()), null, false);
  }

  /** Names the common options by one word. None of them is required. */
  @Override
  protected Text createDetailedSynopsisEndOfOptionsText() {
    return colorScheme().text(isRoot() ? "" : " [COMMON-OPTIONS]");
  }

  private boolean isRoot() {
    return commandSpec().parent() == null;
  }

  @Override
  public String optionListHeading(Object... parameters) {
    return ""; // optionList() has the headings
  }

  @Override
  public String optionList() {
    return section("Options", ownOptions(commandSpec()))
        + section(isRoot() ? "Options" : "Common options", commonOptions(commandSpec()));
  }

  private String section(String heading, List<OptionSpec> options) {
    if (options.isEmpty()) {
      return "";
    }
    Layout layout = createDefaultLayout();
    layout.addOptions(options, parameterLabelRenderer());
    return String.format("%n%s:%n", heading) + layout;
  }
}
