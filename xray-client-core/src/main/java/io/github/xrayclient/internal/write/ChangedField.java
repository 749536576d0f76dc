package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The implementation of a change of a field. */
public final class ChangedField implements FieldChange {
  private final String field;
  private final @Nullable JsonNode from;
  private final @Nullable JsonNode to;

  /** Creates a change of a field; null and JSON null mean that the field is not set. */
  public ChangedField(String field, @Nullable JsonNode from, @Nullable JsonNode to) {
    this.field = Objects.requireNonNull(field, "field");
    this.from = copy(from);
    this.to = copy(to);
  }

  private static @Nullable JsonNode copy(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value.deepCopy();
  }

  /** Returns copies of these changes in which the credentials of the call's client are hidden. */
  public static List<FieldChange> redacted(ApiCall<?> call, List<FieldChange> changes) {
    return changes.stream()
        .map(change -> new ChangedField(
            RedactedByCall.text(call, change.field()),
            redacted(call, change.from().orElse(null)),
            redacted(call, change.to().orElse(null))))
        .collect(Collectors.toUnmodifiableList());
  }

  private static @Nullable JsonNode redacted(ApiCall<?> call, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    String text = value.toString();
    String redacted = RedactedByCall.text(call, text);
    if (redacted.equals(text)) {
      return value;
    }
    try {
      return Json.MAPPER.readTree(redacted);
    } catch (JsonProcessingException noJson) { // hiding a credential broke the JSON
      return TextNode.valueOf(redacted);
    }
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
  public boolean equals(@Nullable Object other) {
    return other instanceof ChangedField
        && field.equals(((ChangedField) other).field)
        && Objects.equals(from, ((ChangedField) other).from)
        && Objects.equals(to, ((ChangedField) other).to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, from, to);
  }

  @Override
  public String toString() {
    return VisibleText.oneLine(field + ": " + words());
  }

  private String words() {
    boolean isElement = field.endsWith("]");
    if (isElement && from == null) {
      return "added" + element(to);
    }
    return isElement && to == null ? "removed" + element(from) : text(from) + " → " + text(to);
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
