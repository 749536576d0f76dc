package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The values that a JSON object has under the several names of one field. A filled value takes
 * precedence over an empty one, and then the usual name over the other names. A different filled
 * value is kept under its own name.
 */
final class FieldAliases {
  private final String usualName;
  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  FieldAliases(String usualName) {
    this.usualName = usualName;
  }

  /** Adds a value; if a name occurs twice, its last value counts. */
  void add(String name, JsonNode value) {
    values.put(name, value);
  }

  /** Returns the name whose value becomes the value of the field. */
  String chosen() {
    String first =
        values.containsKey(usualName) ? usualName : values.keySet().iterator().next();
    return values.keySet().stream()
        .filter(name -> isFilled(get(name)))
        .reduce((one, other) -> other.equals(usualName) ? other : one)
        .orElse(first);
  }

  /** Returns the other names whose values must be kept. */
  List<String> kept() {
    JsonNode chosen = get(chosen());
    List<String> kept = new ArrayList<>(values.keySet());
    kept.removeIf(name -> !isFilled(get(name)) || get(name).equals(chosen));
    return kept;
  }

  JsonNode get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Whether a value contains more than null, empty texts, empty lists and empty objects. */
  private static boolean isFilled(JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode inside : value) {
        if (isFilled(inside)) {
          return true;
        }
      }
      return false;
    }
    return !value.isNull() && !(value.isTextual() && value.textValue().isEmpty());
  }
}
