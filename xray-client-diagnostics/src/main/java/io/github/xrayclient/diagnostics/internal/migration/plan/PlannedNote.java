package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.NoteValue;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A note about a plan. */
public final class PlannedNote extends NoteValue<PlanNote.Kind> implements PlanNote {
  private final @Nullable ObjectKey object;

  public PlannedNote(Kind kind, @Nullable ObjectKey object, @Nullable String subject, String text) {
    super(kind, subject, text);
    this.object = object;
  }

  /** Reads a note from JSON; empty if this version of the library does not know its kind. */
  static Optional<PlanNote> read(JsonNode json) {
    return kind(Kind.values(), json.path("kind").asText())
        .map(kind -> new PlannedNote(
            kind,
            StepJson.object(json).orElse(null),
            json.path("subject").textValue(),
            json.path("text").asText()));
  }

  @Override
  public Optional<ObjectKey> object() {
    return Optional.ofNullable(object);
  }

  @Override
  protected void addTo(ObjectNode json) {
    json.put("category", category().name());
    if (object != null) {
      json.set("object", object.toJson());
    }
  }
}
