package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.migration.FieldChange;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.value.Timestamp;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares content as servers mean it: absent, null, empty and the documented default say the same,
 * and so do severities and package types in another case, and lists in another order where servers
 * do not keep it. What GET never returns is left out.
 */
public final class Comparison {
  /** Taken by servers, but never given back. */
  public static final String UNSEEN = "fail_pull_request";

  private static final int LONGEST_PATH = 1_000;

  private final ContentNumbers numbers = new ContentNumbers();
  private final List<FieldChange> changes = new ArrayList<>();

  private Comparison() {}

  /** The differences, each with its path. */
  public static List<FieldChange> between(ObjectKind kind, ObjectNode from, ObjectNode to) {
    if (from.equals(to)) {
      return List.of();
    }
    Comparison comparison = new Comparison();
    comparison.compare("", "", completed(kind, from), completed(kind, to));
    return comparison.changes;
  }

  /** A tree that is equal for content that means the same. */
  static JsonNode normal(ObjectKind kind, ObjectNode content) {
    return normal("", completed(kind, content));
  }

  /** A watch that does not say whether it is active is so if it has resources. */
  private static ObjectNode completed(ObjectKind kind, ObjectNode content) {
    JsonNode general = content.path("general_data");
    if (kind != ObjectKind.WATCHES || general.hasNonNull("active")) {
      return content;
    }
    boolean effective = !content.path("project_resources").path("resources").isEmpty();
    ObjectNode completed = content.deepCopy();
    completed.withObjectProperty("general_data").put("active", effective);
    return completed;
  }

  private void compare(String path, String field, JsonNode from, JsonNode to) {
    if (numbers.of(field, from) == numbers.of(field, to)) {
      return;
    }
    if (from.isObject() && to.isObject()) {
      Set<String> names = new TreeSet<>();
      from.fieldNames().forEachRemaining(names::add);
      to.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!isLeftOut(from, name)) {
          compare(member(path, name), Fields.named(from, name), from.path(name), to.path(name));
        }
      }
    } else if (Fields.isUnordered(field) && isList(field, from) && isList(field, to)) {
      lists(path, field, from, to);
    } else {
      changes.add(new ChangedField(path, said(from), said(to)));
    }
  }

  /** Elements that are equal belong together, and then those that have the same name. */
  private void lists(String path, String field, JsonNode from, JsonNode to) {
    Map<Integer, Deque<JsonNode>> equal = new LinkedHashMap<>();
    to.forEach(element -> queue(equal, numbers.of(field, element)).add(element));
    List<JsonNode> unmatched = new ArrayList<>();
    for (JsonNode element : Canonical.sortedElements(from)) {
      if (queue(equal, numbers.of(field, element)).poll() == null) {
        unmatched.add(element);
      }
    }
    Map<String, Deque<JsonNode>> like = new LinkedHashMap<>();
    equal
        .values()
        .forEach(left -> left.forEach(element -> queue(like, name(element)).add(element)));
    for (JsonNode element : unmatched) {
      JsonNode other = queue(like, name(element)).poll();
      String where = element(path, name(element));
      compare(where, field, element, other == null ? MissingNode.getInstance() : other);
    }
    like.forEach((name, left) -> left.forEach(
        element -> compare(element(path, name), field, MissingNode.getInstance(), element)));
  }

  /** An absent list is an empty one. */
  private boolean isList(String field, JsonNode node) {
    return node.isArray() || numbers.of(field, node) == ContentNumbers.NOTHING;
  }

  private static String member(String path, String name) {
    return path.isEmpty() ? name : cut(path + "." + name);
  }

  private static String element(String path, String name) {
    return cut(path + "[" + name + "]");
  }

  /** A path, cut so that deep trees with long names do not take memory in proportion to both. */
  private static String cut(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  private static @Nullable JsonNode said(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node;
  }

  private static <K> Deque<JsonNode> queue(Map<K, Deque<JsonNode>> queues, K key) {
    return queues.computeIfAbsent(key, absent -> new ArrayDeque<>());
  }

  /** What tells an element of a list from the others. */
  static String name(JsonNode element) {
    if (element.isValueNode()) {
      return element.asText();
    }
    if (element.has("pkg_name")) {
      return Waivers.name(element);
    }
    List<String> words = new ArrayList<>();
    for (String member :
        List.of("type", "name", "param_id", "label", "version", "path", "bin_mgr_id")) {
      if (element.path(member).isTextual()) {
        words.add(element.path(member).asText());
      }
    }
    return String.join(" ", words);
  }

  private static JsonNode normal(String field, JsonNode node) {
    if (node.isObject()) {
      ObjectNode normal = JsonNodeFactory.instance.objectNode();
      new TreeSet<>(names(node)).forEach(name -> {
        JsonNode value = normal(Fields.named(node, name), node.get(name));
        if (!value.isMissingNode() && !isLeftOut(node, name)) {
          normal.set(name, value);
        }
      });
      boolean says = !normal.isEmpty() && !isParameterOfNothing(normal);
      return says ? normal : MissingNode.getInstance();
    }
    if (node.isArray()) {
      return normalList(field, node);
    }
    return normalValue(field, node);
  }

  /** A text, number or other value in the form that is compared; missing if it means nothing. */
  static JsonNode normalValue(String field, JsonNode node) {
    if (field.equals("enabled") && node.isBoolean()) {
      return node.asBoolean() ? MissingNode.getInstance() : BooleanNode.FALSE;
    }
    return TreeDiff.isNothing(node) || Fields.isDefault(field, node.asText())
        ? MissingNode.getInstance()
        : value(field, node);
  }

  private static JsonNode normalList(String field, JsonNode list) {
    ArrayNode normal = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : list) {
      JsonNode value = normal(field, element);
      if (!value.isMissingNode()) {
        normal.add(value);
      } else if (!field.equals("param_values")) {
        normal.add(element);
      }
    }
    if (Fields.isUnordered(field)) {
      List<JsonNode> elements = Canonical.sortedElements(normal);
      normal.removeAll().addAll(elements);
    }
    return normal.isEmpty() ? MissingNode.getInstance() : normal;
  }

  private static boolean isParameterOfNothing(ObjectNode normal) {
    return normal.size() == 1 && normal.has("param_id");
  }

  static boolean isLeftOut(JsonNode parent, String name) {
    boolean displayText = name.equals("name") && parent.path("type").asText().startsWith("all-");
    return displayText || name.equals(UNSEEN);
  }

  private static JsonNode value(String field, JsonNode node) {
    if (node.isNumber()) {
      return DecimalNode.valueOf(node.decimalValue().stripTrailingZeros());
    }
    if (Fields.isNumber(field) && node.asText().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return DecimalNode.valueOf(new BigDecimal(node.asText()).stripTrailingZeros());
    }
    if (Fields.isTime(field)) {
      return Timestamp.of(node.asText())
          .toInstant()
          .<JsonNode>map(time -> TextNode.valueOf(time.toString()))
          .orElse(node);
    }
    return node.isTextual() && Fields.isWord(field)
        ? TextNode.valueOf(node.asText().toLowerCase(Locale.ROOT))
        : node;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
