package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is a part of a value, such as its unknown fields, as immutable trees, so that the
 * value stays immutable. A tree that is read on its own can be changed.
 */
final class FrozenNodes extends StdDeserializer<JsonNode> implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final transient JsonDeserializer<? extends JsonNode> nodes =
      JsonNodeDeserializer.getDeserializer(JsonNode.class);

  FrozenNodes() {
    super(JsonNode.class);
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return property == null ? nodes : this;
  }

  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return frozen(nodes.deserialize(parser, context));
  }

  @Override
  public JsonNode getNullValue(DeserializationContext context) {
    return NODES.nullNode();
  }

  /**
   * Returns a copy of a tree whose objects and arrays throw an exception if they are changed. A
   * deep copy of the result can be changed.
   */
  static JsonNode frozen(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), frozen(member.getValue())));
      return new ObjectNode(NODES, Collections.unmodifiableMap(members));
    }
    if (node.isArray()) {
      List<JsonNode> elements = new ArrayList<>(node.size());
      node.forEach(element -> elements.add(frozen(element)));
      return new ArrayNode(NODES, Collections.unmodifiableList(elements));
    }
    return node;
  }
}
