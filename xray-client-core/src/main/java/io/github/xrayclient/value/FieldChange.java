package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;

/**
 * A field that has different values in two versions of an object. What gives a change says which two
 * versions are compared. Immutable; equal to a change of the same field with the same values. As JSON
 * it is {@code field}, {@code from} and {@code to}; null stands for a value that is not set.
 */
@JsonPropertyOrder({"field", "from", "to"})
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonSerialize(as = FieldChange.class)
public interface FieldChange {
  /**
   * Wire names, with what tells the elements of a list apart: {@code rules[block].priority}, {@code
   * waivers[7]}.
   */
  @JsonProperty("field")
  String field();

  /** A copy of the value in the first version; empty if it is not set. */
  @JsonProperty("from")
  Optional<JsonNode> from();

  /** A copy of the value in the second version; empty if it is not set. */
  @JsonProperty("to")
  Optional<JsonNode> to();

  /**
   * In words: {@code policy_action: block → dry_run}, {@code block_from_cache: true → not set}. For an
   * element of a list: {@code repo_include[libs]: added}, with the element unless its name says all.
   */
  @Override
  String toString();
}
