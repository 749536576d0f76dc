package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives numbers to the contents of nodes: nodes that mean the same to a server have the same number.
 * Each node is read once, however often its number is asked for, so that the time is proportional to
 * the size of the trees, whatever their shape. Not thread-safe.
 */
public final class ContentNumbers {
  /** The number of every node that means the same as an absent field. */
  public static final int NOTHING = 0;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<JsonNode, Integer> known = new IdentityHashMap<>();

  /** The number of an object with fields of this table. */
  public int of(WireFields fields, JsonNode object) {
    return of(fields, WireField.field(""), object);
  }

  /**
   * The number of a node.
   *
   * @param fields the table of the fields inside the node
   * @param field what is known of the field whose value the node is, or in whose list it stands
   */
  int of(WireFields fields, WireField field, JsonNode node) {
    if (!node.isContainerNode()) {
      JsonNode value = field.normal(node);
      return value.isMissingNode() ? NOTHING : number(value.getNodeType() + value.asText());
    }
    Integer number = known.get(node);
    if (number == null) {
      number = node.isObject() ? object(fields, node) : list(fields, field, node);
      known.put(node, number);
    }
    return number;
  }

  private int object(WireFields fields, JsonNode node) {
    Map<String, Integer> said = new TreeMap<>();
    boolean hasContent = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      WireField field = fields.get(node, name);
      int number =
          field.isIgnoredIn(node) ? NOTHING : of(field.inside(fields), field, member.getValue());
      if (number != NOTHING) {
        said.put(name, number);
        hasContent |= !field.isKey();
      }
    }
    if (!hasContent) {
      return NOTHING;
    }
    StringBuilder text = new StringBuilder("o");
    said.forEach((name, number) ->
        text.append(name.length()).append(':').append(name).append(number).append(','));
    return number(text.toString());
  }

  private int list(WireFields fields, WireField field, JsonNode list) {
    List<Integer> said = new ArrayList<>(list.size());
    for (JsonNode element : list) {
      int number = of(fields, field, element);
      if (number != NOTHING || !fields.hasKey()) {
        said.add(number);
      }
    }
    if (said.isEmpty()) {
      return NOTHING;
    }
    if (field.isUnordered()) {
      Collections.sort(said);
    }
    return number("l" + (field.isSet() ? new TreeSet<>(said) : said));
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, absent -> numbers.size() + 1);
  }
}
