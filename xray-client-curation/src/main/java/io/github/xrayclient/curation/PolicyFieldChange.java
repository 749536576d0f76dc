package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a curation policy that an update will change. Immutable. */
@JsonPropertyOrder({"field", "before", "after"})
public final class PolicyFieldChange {
  private final String field;
  private final Optional<JsonNode> before;
  private final Optional<JsonNode> after;

  PolicyFieldChange(String field, Optional<JsonNode> before, Optional<JsonNode> after) {
    this.field = field;
    this.before = before;
    this.after = after;
  }

  /** The wire name. */
  @JsonProperty("field")
  public String field() {
    return field;
  }

  /** A copy of the value as it was read; empty if there is none. */
  @JsonProperty("before")
  public Optional<JsonNode> before() {
    return before.map(JsonNode::deepCopy);
  }

  /** A copy of the value that will be sent; empty if there is none. */
  @JsonProperty("after")
  public Optional<JsonNode> after() {
    return after.map(JsonNode::deepCopy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyFieldChange
        && field.equals(((PolicyFieldChange) other).field)
        && before.equals(((PolicyFieldChange) other).before)
        && after.equals(((PolicyFieldChange) other).after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, before, after);
  }

  /** The change as {@code field: before → after}. */
  @Override
  public String toString() {
    return field + ": " + text(before) + " → " + text(after);
  }

  private static String text(Optional<JsonNode> value) {
    return value.map(node -> node.isTextual() ? node.asText() : node.toString()).orElse("none");
  }
}
