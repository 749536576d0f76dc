package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Arrays;
import java.util.Optional;

/** How a key stands in JSON: {@code kind}, {@code name}, and {@code project} if it has one. */
public final class KeyJson {
  private KeyJson() {}

  public static ObjectNode write(ObjectKey key, ObjectNode into) {
    into.put("kind", key.kind().directory()).put("name", key.name());
    key.projectKey().ifPresent(project -> into.put("project", project));
    return into;
  }

  /** What is done to the object; nothing if the action is not known. */
  public static Optional<PlanStep.Action> action(JsonNode from) {
    return Arrays.stream(PlanStep.Action.values())
        .filter(action -> action.toString().equals(from.path("action").asText()))
        .findFirst();
  }

  /** Nothing if the kind is not known or the name is missing. */
  public static Optional<ObjectKey> read(JsonNode from) {
    return ObjectKinds.ofDirectory(from.path("kind").asText())
        .filter(kind -> !from.path("name").asText().isEmpty())
        .map(kind -> ObjectKey.of(kind, from.path("name").asText())
            .inProject(from.path("project").asText()));
  }
}
