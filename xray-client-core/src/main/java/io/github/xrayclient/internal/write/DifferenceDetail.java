package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;

/** How finely differences are told, and what entries of lists are called in their paths. */
public interface DifferenceDetail {
  /**
   * Whether the differences inside two values are told one by one. Otherwise the values are one
   * difference.
   *
   * @param field the field whose values they are, or in whose lists they stand
   * @param expected a missing node if there is none
   * @param actual a missing node if there is none
   */
  boolean isSplit(WireField field, JsonNode expected, JsonNode actual);

  /** What an entry of a list is called; an empty text if nothing tells it from the others. */
  String nameOf(WireFields fields, JsonNode entry);

  /** Objects and lists that both sides have are split, and entries have their most telling name. */
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
