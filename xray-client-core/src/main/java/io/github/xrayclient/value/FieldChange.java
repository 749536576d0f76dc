package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;

/**
 * A field that differs between two versions of an object. The method that returns a change states
 * which two versions are compared. Immutable; equal to a change of the same field with the same
 * values. In JSON it has the fields {@code field}, {@code from} and {@code to}, with null for a
 * value that is not set.
 */
@JsonPropertyOrder({"field", "from", "to"})
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonSerialize(as = FieldChange.class)
public interface FieldChange {
  /**
   * The path of the field with the names of the server's JSON. An element of a list is named in
   * brackets: {@code rules[block].priority}, {@code waivers[7]}.
   */
  @JsonProperty("field")
  String field();

  /** The value in the first version, as a copy; empty if the field is not set. */
  @JsonProperty("from")
  Optional<JsonNode> from();

  /** The value in the second version, as a copy; empty if the field is not set. */
  @JsonProperty("to")
  Optional<JsonNode> to();

  /**
   * Describes the change: {@code policy_action: block → dry_run}, {@code block_from_cache: true →
   * not set}. For an element of a list that has more than a name, the element follows: {@code
   * repo_include[libs]: added}.
   */
  @Override
  String toString();
}
