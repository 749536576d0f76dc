package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.Timestamp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The content of a node of a tree, as a number: two nodes of one {@link Numbering} have the same
 * number if they mean the same to a server. Thus two trees are compared by reading each of them
 * once, however deep they are.
 */
final class NumberedNode {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  final JsonNode node;
  final int number;
  final Map<String, NumberedNode> members;
  final List<NumberedNode> elements;

  private NumberedNode(
      JsonNode node, int number, Map<String, NumberedNode> members, List<NumberedNode> elements) {
    this.node = node;
    this.number = number;
    this.members = members;
    this.elements = elements;
  }

  /** Whether the node means the same as an absent field. */
  boolean isNothing() {
    return number == Numbering.NOTHING;
  }

  /** Gives numbers. Not thread-safe. */
  static final class Numbering {
    static final int NOTHING = 0;

    private final WireFields fields;
    private final Map<String, Integer> numbers = new HashMap<>();

    Numbering(WireFields fields) {
      this.fields = fields;
    }

    /**
     * The meaning of a node.
     *
     * @param field the name of the member that the node is, or of the list that it is an element of
     */
    NumberedNode of(String field, JsonNode node) {
      if (node.isObject()) {
        return object(node);
      }
      return node.isArray()
          ? list(field, node)
          : new NumberedNode(node, value(field, node), Map.of(), List.of());
    }

    private NumberedNode object(JsonNode node) {
      Map<String, NumberedNode> members = new LinkedHashMap<>();
      Map<String, Integer> said = new TreeMap<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String name = member.getKey();
        NumberedNode meaning = of(fields.named(node, name), member.getValue());
        members.put(name, meaning);
        if (!meaning.isNothing()) {
          said.put(name, meaning.number);
        }
      }
      if (said.isEmpty()) {
        return new NumberedNode(node, NOTHING, members, List.of());
      }
      StringBuilder text = new StringBuilder("o");
      said.forEach((name, number) ->
          text.append(name.length()).append(':').append(name).append(number).append(','));
      return new NumberedNode(node, number(text.toString()), members, List.of());
    }

    private NumberedNode list(String field, JsonNode node) {
      List<NumberedNode> elements = new ArrayList<>(node.size());
      List<Integer> said = new ArrayList<>(node.size());
      for (JsonNode element : node) {
        NumberedNode meaning = of(field, element);
        elements.add(meaning);
        said.add(meaning.number);
      }
      if (elements.isEmpty()) {
        return new NumberedNode(node, NOTHING, Map.of(), elements);
      }
      Collections.sort(said);
      return new NumberedNode(
          node,
          number("l" + (fields.isSet(field) ? new TreeSet<>(said) : said)),
          Map.of(),
          elements);
    }

    private int value(String field, JsonNode node) {
      if (node.isMissingNode() || node.isNull() || node.isBoolean() && !node.asBoolean()) {
        return NOTHING;
      }
      if (node.isNumber()) {
        return number(node.decimalValue());
      }
      String text = node.asText();
      if (text.isEmpty()) {
        return NOTHING;
      }
      if (DECIMAL.matcher(text).matches()) {
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        if (fields.isNumber(field) || decimal.toPlainString().equals(text)) {
          return number(decimal);
        }
      }
      if (fields.isTime(field)) {
        return number("t" + Timestamp.of(text).toInstant().map(Object::toString).orElse(text));
      }
      return number("v" + (fields.isWord(field) ? text.toLowerCase(Locale.ROOT) : text));
    }

    private int number(BigDecimal decimal) {
      return decimal.signum() == 0 ? NOTHING : number("n" + decimal.stripTrailingZeros());
    }

    private int number(String text) {
      return numbers.computeIfAbsent(text, absent -> numbers.size() + 1);
    }
  }
}
