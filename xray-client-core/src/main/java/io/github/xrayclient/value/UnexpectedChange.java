package io.github.xrayclient.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is not as it was asked for, found by looking at an object after its update. Immutable. */
public final class UnexpectedChange {
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

  /** What was asked for, or was there before and nobody asked to change; empty for nothing. A copy. */
  public Optional<JsonNode> expected() {
    return Optional.ofNullable(expected).map(JsonNode::deepCopy);
  }

  /** What the server has now; empty for nothing. A copy. */
  public Optional<JsonNode> actual() {
    return Optional.ofNullable(actual).map(JsonNode::deepCopy);
  }

  @Override
  public String toString() {
    return field + " should be " + text(expected) + ", but is " + text(actual);
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "absent" : node.toString();
  }
}
