package io.github.xrayclient.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is not the expected one: after an update, the value that was asked for; before a
 * write, the value that was read. Immutable.
 */
public final class UnexpectedChange {
  private static final int LONGEST = 200;

  private final String field;
  private final @Nullable JsonNode expected;
  private final @Nullable JsonNode actual;

  /** A field with its expected and its actual value; null stands for absent. */
  public UnexpectedChange(String field, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    this.field = Objects.requireNonNull(field, "field");
    this.expected = expected == null ? null : expected.deepCopy();
    this.actual = actual == null ? null : actual.deepCopy();
  }

  /** The wire name, with the id for an element of a list: {@code waivers[7]}. */
  public String field() {
    return field;
  }

  /** A copy of the value that was asked for, or that was read before; empty for an absent field. */
  public Optional<JsonNode> expected() {
    return Optional.ofNullable(expected).map(JsonNode::deepCopy);
  }

  /** A copy of the value that the server has now; empty for an absent field. */
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
