package io.github.xrayclient.examples.migration;

import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.examples.cli.UsageErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option for the notes with which a command fails. */
final class FailOnOption {
  /** The groups of notes that a command can fail on. */
  enum Notes {
    WARNINGS(PlanNote.Category.WARNING),
    NOT_CHECKED(PlanNote.Category.NOT_CHECKED),
    SKIPPED(PlanNote.Category.SKIPPED);

    private final PlanNote.Category category;

    Notes(PlanNote.Category category) {
      this.category = category;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The words of the option's values. */
  private static final Map<String, Notes> VALUES = Map.of(
      "warnings", Notes.WARNINGS, "not-checked", Notes.NOT_CHECKED, "skipped", Notes.SKIPPED);

  private final Set<Notes> notes = new LinkedHashSet<>();

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--fail-on",
      paramLabel = "NOTES",
      split = ",",
      description =
          "Fails with exit code 3 if there are notes of this kind: warnings, not-checked or skipped."
              + " Can be repeated. Default: notes are only printed.")
  void failOn(List<String> values) {
    for (String value : values) {
      Notes known = VALUES.get(value);
      if (known == null) {
        throw new UsageErrors.Refused(
            command.commandLine(),
            "--fail-on must be warnings, not-checked or skipped, but was \"" + value + "\"");
      }
      notes.add(known);
    }
  }

  /** Whether the command fails, which is then said on standard error. */
  boolean fails(List<PlanNote> found) {
    boolean fails = false;
    for (Notes kind : notes) {
      long count =
          found.stream().filter(note -> note.category() == kind.category).count();
      if (count > 0) {
        fails = true;
        RootCommand.of(command)
            .messages()
            .error(
                "--fail-on " + kind + ": there "
                    + (count == 1 ? "is 1 such note" : "are " + count + " such notes")
                    + "; the result lists them",
                ExitCode.FAILED);
      }
    }
    return fails;
  }
}
