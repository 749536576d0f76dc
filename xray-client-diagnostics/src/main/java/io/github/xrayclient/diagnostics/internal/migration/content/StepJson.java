package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Arrays;
import java.util.Optional;

/** Reads the fields {@code object} and {@code action} of a step from JSON. */
public final class StepJson {
  private StepJson() {}

  /** The action; empty if this version of the library does not know it. */
  public static Optional<PlanStep.Action> action(JsonNode from) {
    return Arrays.stream(PlanStep.Action.values())
        .filter(action -> action.name().equals(from.path("action").asText()))
        .findFirst();
  }

  /**
   * The object in the field {@code object}; empty if this version of the library does not know its
   * kind, or its name is missing.
   */
  public static Optional<ObjectKey> object(JsonNode from) {
    return key(from.path("object"));
  }

  /** The key in the form of {@link ObjectKey#toJson}. */
  public static Optional<ObjectKey> key(JsonNode object) {
    return ObjectKinds.ofDirectory(object.path("kind").asText())
        .filter(kind -> !object.path("name").asText().isEmpty())
        .map(kind -> ObjectKinds.key(
            kind, object.path("name").asText(), object.path("project").asText()));
  }
}
