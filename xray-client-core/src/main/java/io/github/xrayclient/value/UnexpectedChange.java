package io.github.xrayclient.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that is not as expected: after an update not as it was asked for, or before a write not as
 * it was read. Immutable.
 */
public final class UnexpectedChange {
  private static final int LONGEST = 200;

  private final String field;
  private final @Nullable JsonNode expected;
  private final @Nullable JsonNode actual;

  /** A field that should be this and is that; null stands for absent. */
  public UnexpectedChange(String field, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    this.field = Objects.requireNonNull(field, "field");
    this.expected = expected == null ? null : expected.deepCopy();
    this.actual = actual == null ? null : actual.deepCopy();
  }

  /** The wire name, with the id for an element of a list: {@code waivers[7]}. */
  public String field() {
    return field;
  }

  /** What was asked for, or was read before; empty if the field should be absent. A copy. */
  public Optional<JsonNode> expected() {
    return Optional.ofNullable(expected).map(JsonNode::deepCopy);
  }

  /** What the server has now; empty if the field is absent. A copy. */
  public Optional<JsonNode> actual() {
    return Optional.ofNullable(actual).map(JsonNode::deepCopy);
  }

  /** In words, in which each value is cut at 200 characters. */
  @Override
  public String toString() {
    return cut(field) + " should be " + text(expected) + ", but is " + text(actual);
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "absent" : cut(node.toString());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
