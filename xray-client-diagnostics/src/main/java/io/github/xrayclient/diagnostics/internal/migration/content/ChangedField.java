package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.FieldChange;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field whose value two trees do not share. */
public final class ChangedField extends JsonForm implements FieldChange {
  private final String field;
  private final @Nullable JsonNode from;
  private final @Nullable JsonNode to;

  ChangedField(String field, @Nullable JsonNode from, @Nullable JsonNode to) {
    this.field = Objects.requireNonNull(field, "field");
    this.from = from == null || from.isNull() ? null : from.deepCopy();
    this.to = to == null || to.isNull() ? null : to.deepCopy();
  }

  public static FieldChange read(JsonNode json) {
    return new ChangedField(json.path("field").asText(), json.get("from"), json.get("to"));
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public Optional<JsonNode> from() {
    return Optional.ofNullable(from).map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> to() {
    return Optional.ofNullable(to).map(JsonNode::deepCopy);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("field", field);
    json.set("from", from().orElse(null));
    return json.set("to", to().orElse(null));
  }

  @Override
  public String toString() {
    boolean isElement = field.endsWith("]");
    if (isElement && from == null) {
      return field + ": added" + element(to);
    }
    return isElement && to == null
        ? field + ": removed" + element(from)
        : field + ": " + text(from) + " → " + text(to);
  }

  private static String element(@Nullable JsonNode node) {
    return node == null || node.isValueNode() ? "" : " " + node;
  }

  private static String text(@Nullable JsonNode node) {
    if (node == null) {
      return "not set";
    }
    return node.isTextual() && !node.asText().isBlank() ? node.asText() : node.toString();
  }
}
