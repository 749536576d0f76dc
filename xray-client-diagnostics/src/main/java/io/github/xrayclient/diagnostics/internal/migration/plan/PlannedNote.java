package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reader of a plan should know. */
final class PlannedNote extends JsonForm implements PlanNote {
  private final Kind kind;
  private final @Nullable ObjectKey object;
  private final @Nullable String subject;
  private final String text;

  PlannedNote(Kind kind, @Nullable ObjectKey object, @Nullable String subject, String text) {
    this.kind = kind;
    this.object = object;
    this.subject = subject;
    this.text = text;
  }

  /** The note that JSON tells of; nothing if its kind is not known. */
  static Optional<PlanNote> read(JsonNode json) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(json.path("kind").asText()))
        .findFirst()
        .map(kind -> new PlannedNote(
            kind,
            StepJson.object(json).orElse(null),
            json.path("subject").textValue(),
            json.path("text").asText()));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Optional<ObjectKey> object() {
    return Optional.ofNullable(object);
  }

  @Override
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind.name()).put("category", category().name());
    if (object != null) {
      json.set("object", object.toJson());
    }
    if (subject != null) {
      json.put("subject", subject);
    }
    return json.put("text", text);
  }

  @Override
  public String toString() {
    return text;
  }
}
