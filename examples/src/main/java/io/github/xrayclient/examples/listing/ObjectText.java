package io.github.xrayclient.examples.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.examples.terminal.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The text of an object for people: a line for each field, with the fields of its parts indented
 * below it. Fields without a value are left out. Lines have at most 80 characters if words allow
 * it.
 */
final class ObjectText {
  private static final int WIDTH = 80;
  private static final String STEP = "  ";
  private static final String ITEM = "- ";
  private static final Map<String, String> SPELLED_OUT =
      Map.of("pkg", "package", "repo", "repository", "bin", "binary", "mgr", "manager");

  private final StringBuilder text = new StringBuilder();

  private ObjectText() {}

  static String of(JsonNode object) {
    ObjectText made = new ObjectText();
    made.fields("", "", object);
    return made.text.toString();
  }

  /** Adds the fields of an object; the first line begins with a text of its own. */
  private void fields(String first, String indent, JsonNode object) {
    String start = first;
    for (Map.Entry<String, JsonNode> field : namesFirst(object)) {
      if (!isEmpty(field.getValue())) {
        field(start, indent, label(field.getKey()), field.getValue());
        start = indent;
      }
    }
  }

  /** The fields in the server's order, but the name and the id before all others. */
  private static List<Map.Entry<String, JsonNode>> namesFirst(JsonNode object) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    List<String> names = List.of("id", "name");
    fields.sort(Comparator.comparingInt(field -> -names.indexOf(field.getKey())));
    return fields;
  }

  private static String label(String field) {
    return Arrays.stream(field.split("_", -1))
        .map(word -> SPELLED_OUT.getOrDefault(word, word))
        .collect(Collectors.joining(" ", "", ":"));
  }

  private void field(String start, String indent, String label, JsonNode value) {
    if (value.isObject()) {
      text.append(start).append(label).append('\n');
      fields(indent + STEP, indent + STEP, value);
    } else if (value.isArray() && value.get(0).isContainerNode()) {
      text.append(start).append(label).append('\n');
      value.forEach(element -> element(indent + STEP, element));
    } else {
      wrapped(start + label, indent + STEP, scalar(value));
    }
  }

  private void element(String indent, JsonNode element) {
    if (element.isObject()) {
      fields(indent + ITEM, indent + STEP, element);
    } else {
      wrapped(indent + "-", indent + STEP, scalar(element));
    }
  }

  private static String scalar(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(ObjectText::scalar)
            .collect(Collectors.joining(", "))
        : Visible.oneLine(value.isTextual() ? value.asText() : value.toString());
  }

  private void wrapped(String start, String indent, String words) {
    int length = start.length();
    text.append(start);
    for (String word : words.split(" ", -1)) {
      if (length + 1 + word.length() > WIDTH && length > indent.length()) {
        text.append('\n').append(indent).append(word);
        length = indent.length() + word.length();
      } else {
        text.append(' ').append(word);
        length += 1 + word.length();
      }
    }
    text.append('\n');
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.asText().isEmpty());
  }
}
