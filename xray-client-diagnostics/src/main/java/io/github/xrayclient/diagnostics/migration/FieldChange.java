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
    this.from = from;
    this.to = to;
  }

  /** Wire names, with what tells the elements of a list apart: {@code rules[block].priority}. */
  public String field() {
    return field;
  }

  /** The value on the one side; empty for nothing. */
  public Optional<JsonNode> from() {
    return Optional.ofNullable(from);
  }

  /** The value on the other side; empty for nothing. */
  public Optional<JsonNode> to() {
    return Optional.ofNullable(to);
  }

  /** In words: {@code policy_action: block → dry_run}. */
  @Override
  public String toString() {
    if (from == null) {
      return field + ": + " + text(to);
    }
    return to == null ? field + ": - " + text(from) : field + ": " + text(from) + " → " + text(to);
  }

  private static String text(@Nullable JsonNode node) {
    return node != null && node.isTextual() ? node.asText() : String.valueOf(node);
  }
}
