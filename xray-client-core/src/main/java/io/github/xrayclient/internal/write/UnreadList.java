package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A list of an object that could not be read. It is kept as received among the extras of the object
 * and sent back like that, so it cannot be changed step by step.
 */
public final class UnreadList {
  private UnreadList() {}

  /** Whether the extras contain a field under its wire name, since it could not be read. */
  public static boolean isIn(Map<String, JsonNode> extras, String field) {
    return extras.containsKey(field);
  }

  /**
   * Returns the extras without the list if the caller has set it since, so that the received value
   * no longer counts.
   */
  public static Map<String, JsonNode> withoutIfSet(
      String field, Collection<?> list, Map<String, JsonNode> extras) {
    return list.isEmpty() ? extras : without(field, extras);
  }

  /** Returns the extras without a field that was set to a new value. */
  public static Map<String, JsonNode> without(String field, Map<String, JsonNode> extras) {
    Map<String, JsonNode> others = new LinkedHashMap<>(extras);
    others.remove(field);
    return others;
  }

  /**
   * Refuses a change of a list that could not be read.
   *
   * @param owner names the object, such as {@code watch "libs"}
   * @param setter the method that replaces the whole list before the change
   * @throws IllegalArgumentException if the list could not be read
   */
  public static void refuse(
      String owner, String field, Map<String, JsonNode> extras, String setter) {
    if (isIn(extras, field)) {
      throw new IllegalArgumentException(owner + ": " + field
          + " could not be read, so a change of some entries would lose the others; set the whole"
          + " list by " + setter + " before the update, or leave it as it is");
    }
  }
}
