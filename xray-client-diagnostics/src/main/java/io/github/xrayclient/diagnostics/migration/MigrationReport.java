package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the steps of a migration. Immutable; equal to another with the same results. */
public final class MigrationReport {
  private final List<StepResult> results;

  MigrationReport(List<StepResult> results) {
    this.results = List.copyOf(results);
  }

  /** One result for each step, in the order of the steps. */
  public List<StepResult> results() {
    return results;
  }

  /** Whether every step is done, and every object is as it should be. */
  public boolean isComplete() {
    return results.stream().allMatch(result -> isDone(result) && result.notes().isEmpty());
  }

  /** The report as JSON: {@code schema} 1, {@code complete} and {@code steps}. */
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

  /** A line for each step, and a summary. */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    for (StepResult result : results) {
      text.line("  " + result);
      result.notes().forEach(note -> text.line("       " + note.text()));
    }
    long done = results.stream().filter(MigrationReport::isDone).count();
    return text.line(done + " of " + results.size() + " steps are done").toString();
  }

  private static boolean isDone(StepResult result) {
    return result.outcome() == StepResult.Outcome.DONE
        || result.outcome() == StepResult.Outcome.DONE_BEFORE;
  }
}
