package io.github.xrayclient.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files under {@code contract}, read without the library's own mapper. */
public final class Fixtures {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private Fixtures() {}

  /** The text of a file, such as {@code policies/GET_policies_200.json}. */
  public static String text(String name) {
    String path = "/contract/" + name;
    try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as a tree of the caller's own. */
  public static JsonNode json(String name) {
    return parse(text(name));
  }

  /** A text as a tree; numbers keep the digits that they are written with. */
  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy without members that are null or an empty list, which say the same as absent ones. */
  public static JsonNode withoutEmpty(JsonNode node) {
    if (node.isArray()) {
      ArrayNode copy = MAPPER.createArrayNode();
      node.forEach(element -> copy.add(withoutEmpty(element)));
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = MAPPER.createObjectNode();
      node.properties().forEach(member -> {
        JsonNode value = member.getValue();
        if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
          copy.set(member.getKey(), withoutEmpty(value));
        }
      });
      return copy;
    }
    return node;
  }
}
