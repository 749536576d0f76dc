package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.StepWords;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import java.util.List;

/** The result of a step. Immutable. */
final class ReportedStep extends JsonForm implements StepResult {
  private final int number;
  private final PlanStep.Action action;
  private final ObjectKey object;
  private final Outcome outcome;
  private final List<StepNote> notes;

  ReportedStep(
      int number, PlanStep.Action action, ObjectKey object, Outcome outcome, List<StepNote> notes) {
    this.number = number;
    this.action = action;
    this.object = object;
    this.outcome = outcome;
    this.notes = List.copyOf(notes);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public PlanStep.Action action() {
    return action;
  }

  @Override
  public ObjectKey object() {
    return object;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public List<StepNote> notes() {
    return notes;
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("step", number).put("action", action.name()).set("object", object.toJson());
    ArrayNode list = json.put("outcome", outcome.name()).putArray("notes");
    notes.forEach(note -> list.add(note.toJson()));
    return json;
  }

  @Override
  public String toString() {
    return number + ". " + StepWords.of(action, object) + ": " + outcome;
  }
}
