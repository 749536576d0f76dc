package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.examples.cli.UsageErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for the kinds and names of the objects that a command covers. */
final class SelectionOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--only",
      paramLabel = "KIND[:PATTERN]",
      description = "Covers only objects of this kind: conditions, curation-policies, policies,"
          + " watches or ignore-rules. After a colon, a pattern of names limits it further, such as"
          + " curation-policies:npm-*, where * stands for any characters. Can be repeated."
          + " Default: all kinds.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--except",
      paramLabel = "KIND[:PATTERN]",
      description =
          "Leaves out objects of this kind, or those whose names match the pattern. Can be"
              + " repeated, and wins over --only. Default: leaves out nothing.")
  List<String> except = new ArrayList<>();

  /** The selection, which is checked before anything is read. */
  Selection selection() {
    Selection selection = Selection.all();
    for (String text : only) {
      selection = checked("--only", selection::only, text);
    }
    for (String text : except) {
      selection = checked("--except", selection::except, text);
    }
    return selection;
  }

  private Selection checked(String option, Function<String, Selection> setting, String text) {
    try {
      return setting.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageErrors.Refused(command.commandLine(), option + ": " + e.getMessage());
    }
  }
}
