package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions for JSON trees. When a text is read, decimals keep their digits, and a duplicate member
 * or trailing text is an error.
 */
public final class Trees {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private Trees() {}

  /** Returns the tree of a text; a missing node if the text is blank. */
  public static JsonNode parse(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the JSON tree cannot be written", e);
    }
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ObjectNode object(String member, String value) {
    return object().put(member, value);
  }

  public static ArrayNode array(Iterable<? extends JsonNode> elements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    elements.forEach(array::add);
    return array;
  }

  /** Returns a new object with the same members, which are not copied. */
  public static ObjectNode shallowCopy(ObjectNode original) {
    ObjectNode copy = object();
    original.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
    return copy;
  }

  public static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /**
   * The text of a member that is a text or a number; empty if it is absent, null, an array or an
   * object.
   */
  public static String text(JsonNode object, String member) {
    return text(object.path(member));
  }

  public static String text(JsonNode value) {
    return isAbsent(value) ? "" : value.asText();
  }

  /** Whether the value is absent, or an empty text, array or object. */
  public static boolean isEmpty(JsonNode value) {
    return isAbsent(value)
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.textValue().isEmpty());
  }

  /** The elements of an array as texts; none if it is no array. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** The elements of an array that are objects; none if the array is absent. */
  public static List<ObjectNode> objects(JsonNode list) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode element : list) {
      if (element instanceof ObjectNode) {
        objects.add((ObjectNode) element);
      }
    }
    return objects;
  }

  /** The first of these members that is present, not null, and of another type. */
  public static Optional<String> wronglyTyped(
      JsonNode object, JsonNodeType type, List<String> members) {
    return members.stream()
        .filter(member -> !isAbsent(object.path(member)))
        .filter(member -> object.path(member).getNodeType() != type)
        .findFirst();
  }
}
