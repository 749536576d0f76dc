package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.UnexpectedChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field with its expected and its actual value. */
public final class FieldDifference implements UnexpectedChange {
  private static final int LONGEST = 200;

  private final String field;
  private final @Nullable JsonNode expected;
  private final @Nullable JsonNode actual;

  /** A difference in this field; null stands for an absent value. */
  public FieldDifference(String field, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    this.field = Objects.requireNonNull(field, "field");
    this.expected = expected == null ? null : expected.deepCopy();
    this.actual = actual == null ? null : actual.deepCopy();
  }

  /** Copies of these changes in which the credentials of the call's client are hidden. */
  public static List<UnexpectedChange> redacted(ApiCall<?> call, List<UnexpectedChange> changes) {
    return changes.stream()
        .map(change -> new FieldDifference(
            RedactedByCall.text(call, change.field()),
            redacted(call, change.expected().orElse(null)),
            redacted(call, change.actual().orElse(null))))
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
    } catch (JsonProcessingException noJson) { // more than a part of a text was hidden
      return TextNode.valueOf(redacted);
    }
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public Optional<JsonNode> expected() {
    return Optional.ofNullable(expected).map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> actual() {
    return Optional.ofNullable(actual).map(JsonNode::deepCopy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldDifference
        && field.equals(((FieldDifference) other).field)
        && Objects.equals(expected, ((FieldDifference) other).expected)
        && Objects.equals(actual, ((FieldDifference) other).actual);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, expected, actual);
  }

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
