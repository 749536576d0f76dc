package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the objects that a test stores: one object, an array, or a listing as a server sends it.
 */
public final class Seeds {
  private static final List<String> LISTS =
      List.of("data", "policies", "watches", "conditions", "violations");

  private Seeds() {}

  /**
   * Returns the objects.
   *
   * @throws IllegalArgumentException if the text is not JSON, or an object has no name or id
   */
  public static List<ObjectNode> read(FakeXray.Kind kind, String json) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode element : elements(kind, parse(json))) {
      if (!(element instanceof ObjectNode)) {
        throw new IllegalArgumentException(kind + " must be JSON objects, but one was " + element);
      }
      if (Identity.forKind(kind).of(element).isEmpty()) {
        throw new IllegalArgumentException(
            kind + " must have " + Identity.forKind(kind) + ", but it is missing in " + element);
      }
      objects.add((ObjectNode) element);
    }
    return objects;
  }

  private static JsonNode parse(String json) {
    try {
      return Trees.parse(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("json cannot be parsed: " + e.getOriginalMessage(), e);
    }
  }

  private static Iterable<JsonNode> elements(FakeXray.Kind kind, JsonNode root) {
    if (root.isArray()) {
      return root;
    }
    if (root.isObject() && Identity.forKind(kind).of(root).isEmpty()) {
      for (String list : LISTS) {
        if (root.path(list).isArray() || root.path(list).isNull()) {
          return root.path(list);
        }
      }
    }
    return List.of(root);
  }
}
