package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import java.io.UncheckedIOException;

/** Reads JSON as a value of the library and writes it again; and makes JSON that nobody foresaw. */
public final class RoundTrip {
  private static final JsonMapper LIBRARY = XrayClient.jsonMapper();
  private static final String UNKNOWN =
      "{\"list\":[1,null,\"\",[],{}],\"none\":null,\"number\":1.50,\"empty\":{},\"off\":false}";

  private RoundTrip() {}

  /** Reads one value. */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return LIBRARY.readValue(json.toString(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the library writes for a value. */
  public static JsonNode write(Object value) {
    try {
      return Fixtures.parse(LIBRARY.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy with an unknown member in each object. */
  public static JsonNode withUnknownMembers(JsonNode json) {
    if (json.isArray()) {
      ArrayNode copy = LIBRARY.createArrayNode();
      json.forEach(element -> copy.add(withUnknownMembers(element)));
      return copy;
    }
    if (json.isObject()) {
      ObjectNode copy = LIBRARY.createObjectNode();
      copy.set("x_before", TextNode.valueOf("é\u2028 \" \\"));
      json.properties()
          .forEach(member -> copy.set(member.getKey(), withUnknownMembers(member.getValue())));
      copy.set("x_after", Fixtures.parse(UNKNOWN));
      return copy;
    }
    return json;
  }

  /** A copy in which each text is another than was documented. */
  public static JsonNode withUnknownTexts(JsonNode json) {
    if (json.isArray()) {
      ArrayNode copy = LIBRARY.createArrayNode();
      json.forEach(element -> copy.add(withUnknownTexts(element)));
      return copy;
    }
    if (json.isObject()) {
      ObjectNode copy = LIBRARY.createObjectNode();
      json.properties()
          .forEach(member -> copy.set(member.getKey(), withUnknownTexts(member.getValue())));
      return copy;
    }
    return json.isTextual() ? TextNode.valueOf(json.textValue() + " ~Ünknown") : json;
  }

  /** A copy in which every number is a text, to compare where servers send both. */
  public static JsonNode numbersAsTexts(JsonNode json) {
    if (json.isArray()) {
      ArrayNode copy = LIBRARY.createArrayNode();
      json.forEach(element -> copy.add(numbersAsTexts(element)));
      return copy;
    }
    if (json.isObject()) {
      ObjectNode copy = LIBRARY.createObjectNode();
      json.properties()
          .forEach(member -> copy.set(member.getKey(), numbersAsTexts(member.getValue())));
      return copy;
    }
    return json.isNumber() ? TextNode.valueOf(json.asText()) : json;
  }
}
