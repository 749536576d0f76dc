package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of an object that is another on the other side. */
public final class FieldChange {
  private final String field;
  private final @Nullable JsonNode from;
  private final @Nullable JsonNode to;

  FieldChange(String field, @Nullable JsonNode from, @Nullable JsonNode to) {
    this.field = Objects.requireNonNull(field, "field");
    this.from = from == null ? null : from.deepCopy();
    this.to = to == null ? null : to.deepCopy();
  }

  /** Wire names, with what tells the elements of a list apart: {@code rules[block].priority}. */
  public String field() {
    return field;
  }

  /** The value on the one side; empty if it is not set. A copy. */
  public Optional<JsonNode> from() {
    return Optional.ofNullable(from).map(JsonNode::deepCopy);
  }

  /** The value on the other side; empty if it is not set. A copy. */
  public Optional<JsonNode> to() {
    return Optional.ofNullable(to).map(JsonNode::deepCopy);
  }

  /**
   * In words: {@code policy_action: block → dry_run}, {@code block_from_cache: true → not set}; of an
   * element of a list {@code repo_include[libs]: added}, with the element unless its name says all.
   */
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
