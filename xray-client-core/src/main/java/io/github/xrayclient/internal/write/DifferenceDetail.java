package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;

/** Decides how detailed differences are, and how entries of lists are named in paths. */
public interface DifferenceDetail {
  /**
   * Whether the differences inside two values are listed one by one. Otherwise, the two values are
   * one difference.
   *
   * @param field the field that has the values, or in whose lists they are
   * @param expected a missing node if there is none
   * @param actual a missing node if there is none
   */
  boolean isSplit(WireField field, JsonNode expected, JsonNode actual);

  /**
   * Returns the name of an entry of a list; empty if nothing distinguishes it from other entries.
   */
  String nameOf(WireFields fields, JsonNode entry);

  /**
   * Lists differences inside objects and lists one by one, and names entries by their most specific
   * name.
   */
  DifferenceDetail FINE = new DifferenceDetail() {
    @Override
    public boolean isSplit(WireField field, JsonNode expected, JsonNode actual) {
      return (expected.isObject() && actual.isObject()) || (expected.isArray() && actual.isArray());
    }

    @Override
    public String nameOf(WireFields fields, JsonNode entry) {
      return fields.identification(entry).stream().reduce("", (less, more) -> more);
    }
  };
}
