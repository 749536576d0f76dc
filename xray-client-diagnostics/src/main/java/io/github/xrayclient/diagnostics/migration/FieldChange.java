package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A field of an object that has different values on the two sides of a comparison. Immutable; equal
 * to a change of the same field with the same values.
 */
public interface FieldChange {
  /** Wire names, with what tells the elements of a list apart: {@code rules[block].priority}. */
  String field();

  /** A copy of the value on the first side; empty if it is not set. */
  Optional<JsonNode> from();

  /** A copy of the value on the second side; empty if it is not set. */
  Optional<JsonNode> to();

  /** As JSON: {@code field}, {@code from} and {@code to}; null stands for a value that is not set. */
  ObjectNode toJson();

  /**
   * In words: {@code policy_action: block → dry_run}, {@code block_from_cache: true → not set}. For an
   * element of a list: {@code repo_include[libs]: added}, with the element unless its name says all.
   */
  @Override
  String toString();
}
