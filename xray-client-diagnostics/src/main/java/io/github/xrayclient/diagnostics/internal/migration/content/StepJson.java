package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Arrays;
import java.util.Optional;

/** Reads what JSON says about a step: its {@code object} and its {@code action}. */
public final class StepJson {
  private StepJson() {}

  /** What is done to the object; nothing if the action is not known. */
  public static Optional<PlanStep.Action> action(JsonNode from) {
    return Arrays.stream(PlanStep.Action.values())
        .filter(action -> action.name().equals(from.path("action").asText()))
        .findFirst();
  }

  /** Nothing if the kind is not known or the name is missing. */
  public static Optional<ObjectKey> object(JsonNode from) {
    JsonNode object = from.path("object");
    return ObjectKinds.ofDirectory(object.path("kind").asText())
        .filter(kind -> !object.path("name").asText().isEmpty())
        .map(kind -> ObjectKinds.key(
            kind, object.path("name").asText(), object.path("project").asText()));
  }
}
