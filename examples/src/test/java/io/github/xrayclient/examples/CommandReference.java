package io.github.xrayclient.examples;

import io.github.xrayclient.examples.cli.CommandHelp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes the definitions of all commands as Markdown. */
final class CommandReference {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> meanings;
  private final List<CommandSpec> commands;

  private CommandReference(CommandLine root) {
    meanings = root.getCommandSpec().usageMessage().exitCodeList();
    commands = root.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .collect(Collectors.toList());
  }

  /** The reference of this root and its commands. */
  static String of(CommandLine root) {
    CommandReference reference = new CommandReference(root);
    reference.exitCodes();
    reference.overview();
    reference.commonOptions();
    reference.commands.forEach(reference::command);
    return reference.text.toString();
  }

  private void exitCodes() {
    heading("Exit codes").table("code", "meaning");
    meanings.forEach(this::row);
  }

  private void overview() {
    heading("Commands").table("command", "what it does");
    commands.forEach(
        command -> row("[`" + command.name() + "`](#" + command.name() + ")", summary(command)));
  }

  private void commonOptions() {
    Map<String, OptionSpec> options = new LinkedHashMap<>();
    commands.stream()
        .flatMap(command -> CommandHelp.commonOptions(command).stream())
        .forEach(option -> options.putIfAbsent(option.longestName(), option));
    options.put("--help", options.remove("--help")); // comes last
    heading("Common options").arguments(options.values());
  }

  private void command(CommandSpec command) {
    UsageMessageSpec help = command.usageMessage();
    heading(command.name()).line(summary(command));
    line("").paragraph(String.join(" ", help.description()));
    code("Usage: " + synopsis(command));
    List<ArgSpec> arguments = new ArrayList<>(command.positionalParameters());
    arguments.addAll(CommandHelp.ownOptions(command));
    if (!arguments.isEmpty()) {
      line("").arguments(arguments);
    }
    line("").paragraph("Common options: " + names(CommandHelp.commonOptions(command)) + ".");
    exitCodesOf(command);
    line("").line("Example:");
    code(Arrays.stream(help.footer()).map(each -> each.substring(2)).toArray(String[]::new));
  }

  /** Lists the exit codes that mean something special for this command. */
  private void exitCodesOf(CommandSpec command) {
    Map<String, String> special = new LinkedHashMap<>(command.usageMessage().exitCodeList());
    special.entrySet().removeAll(meanings.entrySet());
    if (!special.isEmpty()) {
      line("").table("exit code", "meaning");
      special.forEach(this::row);
    }
  }

  private static String summary(CommandSpec command) {
    return String.join(" ", command.usageMessage().header());
  }

  /** The synopsis without the line breaks that the help has at the width of a terminal. */
  private static String synopsis(CommandSpec command) {
    Help help =
        command.commandLine().getHelpFactory().create(command, Help.defaultColorScheme(Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private static String names(List<OptionSpec> options) {
    return options.stream()
        .map(option -> "`" + option.longestName() + "`")
        .collect(Collectors.joining(", "));
  }

  private void arguments(Collection<? extends ArgSpec> arguments) {
    table("argument", "meaning");
    arguments.forEach(argument -> row(
        "`" + label(argument) + "`"
            + (argument.required() && argument.group() == null ? " (required)" : ""),
        String.join(" ", argument.description())));
  }

  private static String label(ArgSpec argument) {
    if (argument.isPositional()) {
      return argument.paramLabel();
    }
    OptionSpec option = (OptionSpec) argument;
    boolean hasValue = option.arity().max() > 0;
    return String.join(", ", option.names()) + (hasValue ? " " + option.paramLabel() : "");
  }

  private CommandReference heading(String words) {
    return line("").line("## " + words).line("");
  }

  private CommandReference table(String first, String second) {
    return line("| " + first + " | " + second + " |").line("| --- | --- |");
  }

  private void row(String first, String second) {
    line("| " + first.replace("|", "\\|") + " | " + second.replace("|", "\\|") + " |");
  }

  private void code(String... lines) {
    line("").line("```");
    Arrays.stream(lines).forEach(this::line);
    line("```");
  }

  /** Breaks the text into lines of 120 characters. */
  private void paragraph(String words) {
    line(words.replaceAll("(.{1,120})(?: |$)", "$1\n").strip());
  }

  private CommandReference line(String words) {
    text.append(words).append('\n');
    return this;
  }
}
