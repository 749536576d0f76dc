package io.github.xrayclient.diagnostics.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes optional texts and lists into JSON objects. */
public final class JsonFields {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFields() {}

  public static void put(ObjectNode node, String name, Optional<String> value) {
    node.put(name, value.orElse(null));
  }

  public static ArrayNode texts(List<String> texts) {
    return array(texts, NODES::textNode);
  }

  public static <T> ArrayNode array(List<T> values, Function<T, JsonNode> form) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
