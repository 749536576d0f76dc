package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives numbers to the contents of nodes: nodes that mean the same to a server have the same number.
 * Each node is read once, however often its number is asked for. Not thread-safe.
 */
final class ContentNumbers {
  /** The number of every node that means the same as an absent field. */
  static final int NOTHING = 0;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<JsonNode, Integer> known = new IdentityHashMap<>();

  /**
   * The number of a node.
   *
   * @param field the name of the field, as {@link Fields#named} gives it
   */
  int of(String field, JsonNode node) {
    if (!node.isContainerNode()) {
      JsonNode value = Comparison.normalValue(field, node);
      return value.isMissingNode() ? NOTHING : number(value.getNodeType() + value.toString());
    }
    Integer number = known.get(node);
    if (number == null) {
      number = node.isObject() ? object(node) : list(field, node);
      known.put(node, number);
    }
    return number;
  }

  private int object(JsonNode node) {
    Map<String, Integer> said = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      int number = of(Fields.named(node, name), member.getValue());
      if (number != NOTHING && !Comparison.isLeftOut(node, name)) {
        said.put(name, number);
      }
    }
    if (said.isEmpty() || said.size() == 1 && said.containsKey("param_id")) {
      return NOTHING;
    }
    StringBuilder text = new StringBuilder("o");
    said.forEach((name, number) ->
        text.append(name.length()).append(':').append(name).append(number).append(','));
    return number(text.toString());
  }

  private int list(String field, JsonNode list) {
    List<Integer> said = new ArrayList<>(list.size());
    for (JsonNode element : list) {
      int number = of(field, element);
      if (number != NOTHING || !field.equals("param_values")) {
        said.add(number);
      }
    }
    if (Fields.isUnordered(field)) {
      Collections.sort(said);
    }
    return said.isEmpty() ? NOTHING : number("l" + said);
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, absent -> numbers.size() + 1);
  }
}
