package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.diagnostics.internal.migration.content.LastChange;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as text for a terminal. */
public final class PlanText {
  /** How many users of an object a line names. */
  private static final int USERS_SHOWN = 10;

  private static final String INDENT = "       ";

  private PlanText() {}

  /** The numbers of steps, the steps with what they change, and the notes. */
  public static String of(PlanContent plan) {
    TextLines text = new TextLines();
    text.line(headline(plan));
    if (!plan.selection().isAll()) {
      text.line("Selected: " + plan.selection());
    }
    for (PlannedStep step : plan.steps()) {
      text.line("  " + step.number() + ". " + step);
      details(step).forEach(line -> text.line(INDENT + line));
    }
    groups(plan.notes()).forEach((heading, notes) -> text.list(heading + ":", notes));
    return text.toString();
  }

  /** What a step changes, who uses the object, and who changed it last. */
  static List<String> details(PlannedStep step) {
    List<String> lines = new ArrayList<>();
    if (step.action() == PlanStep.Action.DELETE) {
      step.before()
          .ifPresent(
              stored -> ContentLines.of(stored.content()).forEach(line -> lines.add("- " + line)));
    } else if (step.changes().isEmpty()) {
      step.body().ifPresent(body -> ContentLines.of(body).forEach(line -> lines.add("+ " + line)));
    }
    step.changes().stream().map(FieldChange::toString).forEach(lines::add);
    if (!step.usedBy().isEmpty()) {
      int more = step.usedBy().size() - USERS_SHOWN;
      lines.add("used by "
          + step.usedBy().stream()
              .limit(USERS_SHOWN)
              .map(ObjectKey::toString)
              .collect(Collectors.joining(", "))
          + (more > 0 ? " and " + more + " more" : ""));
    }
    String change = step.before().map(stored -> LastChange.of(stored).words()).orElse("");
    if (!change.isEmpty()) {
      lines.add("last changed" + change);
    }
    return lines;
  }

  /** The texts of notes by the heading of their category, without empty groups. */
  public static Map<String, List<String>> groups(List<PlanNote> notes) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (PlanNote.Category category : PlanNote.Category.values()) {
      List<String> texts = notes.stream()
          .filter(note -> note.category() == category)
          .map(PlanNote::text)
          .collect(Collectors.toList());
      if (!texts.isEmpty()) {
        groups.put(heading(category), texts);
      }
    }
    return groups;
  }

  private static String heading(PlanNote.Category category) {
    switch (category) {
      case WARNING:
        return "Warnings";
      case NOT_CHECKED:
        return "Not checked";
      case SKIPPED:
        return "Skipped";
      case AWAITS_PROMOTION:
        return "Waiting for promotion";
      default:
        return "Only on the target";
    }
  }

  /** The target and the numbers, as in {@code Plan for …: 2 to create, 1 to delete}. */
  static String headline(PlanContent plan) {
    List<String> counts = new ArrayList<>();
    for (PlanStep.Action action : PlanStep.Action.values()) {
      long count = plan.steps().stream().filter(step -> step.action() == action).count();
      if (count > 0) {
        counts.add(count + " to " + action);
      }
    }
    if (counts.isEmpty()) {
      counts.add("no steps");
    }
    long leftOut = plan.notes().stream()
        .filter(note -> note.category() == PlanNote.Category.SKIPPED
            && note.kind() != PlanNote.Kind.FIELD_NOT_READABLE
            && note.object().isPresent())
        .count();
    int waivers = plan.skippedWaiverCount();
    if (leftOut > 0) {
      counts.add(leftOut + " left out" + (waivers == 0 ? "" : " (" + Waivers.count(waivers) + ")"));
    }
    return "Plan for " + plan.target() + ": " + String.join(", ", counts);
  }
}
