package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The results of applying a plan, or of rolling a migration back. Immutable; equal to another
 * report with the same results.
 */
public final class MigrationReport {
  private final List<StepResult> results;

  MigrationReport(List<StepResult> results) {
    this.results = List.copyOf(results);
  }

  /** A result for each step, in the order in which the steps are performed. */
  public List<StepResult> results() {
    return results;
  }

  /**
   * Whether every step is done and no result has a note. For a rollback, a step with nothing to
   * undo counts as done, and a skipped one does not.
   */
  public boolean isComplete() {
    return results.stream().allMatch(result -> isDone(result) && result.notes().isEmpty());
  }

  /** The report as JSON, with the fields {@code schema} (1), {@code complete} and {@code steps}. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode steps = json.put("schema", 1).put("complete", isComplete()).putArray("steps");
    results.forEach(result -> steps.add(result.toJson()));
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MigrationReport && results.equals(((MigrationReport) other).results);
  }

  @Override
  public int hashCode() {
    return results.hashCode();
  }

  /** A line for each step and each note, and a summary as in {@code 7 steps: 6 done, 1 failed}. */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    for (StepResult result : results) {
      text.line("  " + result);
      result.notes().forEach(note -> text.line("       " + note.text()));
    }
    return text.line(summary()).toString();
  }

  /**
   * The numbers of steps by their outcomes, as in {@code 7 steps: 5 done, 1 failed, 1 not tried}.
   */
  private String summary() {
    if (results.isEmpty()) {
      return "No steps, so there was nothing to do";
    }
    List<String> counts = new ArrayList<>();
    addCount(counts, "done", result -> result.outcome() == StepResult.Outcome.DONE);
    addCount(counts, "already done", result -> result.outcome() == StepResult.Outcome.DONE_BEFORE);
    addCount(
        counts,
        "with nothing to undo",
        result -> result.outcome() == StepResult.Outcome.NOTHING_TO_UNDO);
    addCount(
        counts, "would be done", result -> result.outcome() == StepResult.Outcome.WOULD_BE_DONE);
    addCount(
        counts,
        "would be refused",
        result -> result.outcome() == StepResult.Outcome.WOULD_BE_REFUSED);
    addCount(counts, "skipped", result -> result.outcome() == StepResult.Outcome.SKIPPED);
    addCount(counts, "failed", result -> result.outcome() == StepResult.Outcome.FAILED);
    addCount(counts, "not tried", result -> result.outcome() == StepResult.Outcome.NOT_TRIED);
    return results.size()
        + (results.size() == 1 ? " step: " : " steps: ")
        + String.join(", ", counts);
  }

  private void addCount(List<String> counts, String words, Predicate<StepResult> isCounted) {
    long count = results.stream().filter(isCounted).count();
    if (count > 0) {
      counts.add(count + " " + words);
    }
  }

  private static boolean isDone(StepResult result) {
    return result.outcome() == StepResult.Outcome.DONE
        || result.outcome() == StepResult.Outcome.DONE_BEFORE
        || result.outcome() == StepResult.Outcome.NOTHING_TO_UNDO;
  }
}
