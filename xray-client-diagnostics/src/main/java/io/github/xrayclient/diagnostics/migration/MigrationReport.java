package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.KeyJson;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import java.util.List;

/** What became of the steps of a migration. Immutable. */
public final class MigrationReport {
  private final List<StepResult> results;

  MigrationReport(List<StepResult> results) {
    this.results = List.copyOf(results);
  }

  /** One for each step, in their order. */
  public List<StepResult> results() {
    return results;
  }

  /** Whether every step is done and stands as it should. */
  public boolean isComplete() {
    return results.stream()
        .allMatch(result -> isDone(result) && result.remarks().isEmpty());
  }

  /** The report as JSON: {@code schema} 1, {@code complete} and {@code steps}. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", 1).put("complete", isComplete());
    ArrayNode steps = json.putArray("steps");
    for (StepResult result : results) {
      ObjectNode node = steps.addObject().put("step", result.number());
      node.put("action", result.action().toString());
      KeyJson.write(result.key(), node).put("state", result.state().toString());
      result.remarks().forEach(node.putArray("remarks")::add);
    }
    return json;
  }

  /** A line for each step, and a summary. */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    for (StepResult result : results) {
      text.line("  " + result);
      result.remarks().forEach(remark -> text.line("       " + remark));
    }
    long done = results.stream().filter(MigrationReport::isDone).count();
    return text.line(done + " of " + results.size() + " steps are done").toString();
  }

  private static boolean isDone(StepResult result) {
    return result.state() == StepResult.State.DONE
        || result.state() == StepResult.State.DONE_BEFORE;
  }
}
