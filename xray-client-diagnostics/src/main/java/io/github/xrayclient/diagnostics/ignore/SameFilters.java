package io.github.xrayclient.diagnostics.ignore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.internal.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares filters of ignore rules without the order of their lists. */
final class SameFilters {
  private SameFilters() {}

  /**
   * Whether a rule on the server covers what is wanted, and nothing else. The server adds the project to
   * a rule that is created in one.
   */
  static boolean are(IgnoreFilters wanted, IgnoreFilters stored) {
    return tree(wanted).equals(tree(stored));
  }

  private static Object tree(IgnoreFilters filters) {
    ObjectNode json = Json.MAPPER.valueToTree(filters);
    json.remove("projects");
    return unordered(json);
  }

  /** An object as its fields that are not empty, and a list as the set of its elements. */
  private static Object unordered(JsonNode node) {
    if (!node.isContainerNode()) {
      return node;
    }
    Set<Object> parts = new HashSet<>();
    if (node.isArray()) {
      node.forEach(element -> parts.add(unordered(element)));
    } else {
      node.properties().stream()
          .filter(field -> !field.getValue().isNull())
          .filter(
              field -> !(field.getValue().isContainerNode() && field.getValue().isEmpty()))
          .forEach(field -> parts.add(List.of(field.getKey(), unordered(field.getValue()))));
    }
    return parts;
  }
}
