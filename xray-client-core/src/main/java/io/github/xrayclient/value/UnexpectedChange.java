package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;

/**
 * A field whose value is not the expected one: after an update, the value that was asked for; before a
 * write, the value that was read. Immutable.
 */
@JsonPropertyOrder({"field", "expected", "actual"})
@JsonSerialize(as = UnexpectedChange.class)
public interface UnexpectedChange {
  /** The wire name, with the id for an element of a list: {@code waivers[7]}. */
  @JsonProperty("field")
  String field();

  /** A copy of the value that was asked for, or that was read before; empty for an absent field. */
  @JsonProperty("expected")
  Optional<JsonNode> expected();

  /** A copy of the value that the server has now; empty for an absent field. */
  @JsonProperty("actual")
  Optional<JsonNode> actual();

  /** The change as a sentence, in which each value is cut at 200 characters. */
  @Override
  String toString();
}
