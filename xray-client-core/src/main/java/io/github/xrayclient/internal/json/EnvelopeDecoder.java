package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in any form that servers use: {@code {data, meta}}, {@code {data, total_count}}, an
 * object with the name of the resource instead of {@code data}, an array, or null. If an object has
 * several lists, the elements of all of them are kept.
 */
public final class EnvelopeDecoder<T> implements ApiCall.Decoder<Envelope<T>> {
  private final ValueReader<T> values;
  private final Set<String> listNames;

  /**
   * @param resources other names for {@code data}
   */
  public EnvelopeDecoder(Class<T> type, String... resources) {
    this.values = ValueReader.of(type);
    this.listNames = new TreeSet<>(Set.of(resources));
    this.listNames.add("data");
  }

  @Override
  public Envelope<T> decode(ApiResponse response) throws IOException {
    return values.read(reader -> decode(response.body(), reader));
  }

  private Envelope<T> decode(byte[] json, ObjectReader reader) throws IOException {
    try (JsonParser parser = reader.createParser(json)) {
      JsonToken first = parser.nextToken();
      Envelope<T> envelope = envelope(parser, first, reader);
      if (parser.nextToken() != null) {
        throw MismatchedInputException.from(
            parser, List.class, "the answer continues after the list");
      }
      return envelope;
    }
  }

  private Envelope<T> envelope(JsonParser parser, @Nullable JsonToken first, ObjectReader reader)
      throws IOException {
    if (first == JsonToken.VALUE_NULL) {
      return new Envelope<>(List.of());
    }
    if (first == JsonToken.START_ARRAY) {
      return new Envelope<>(items(parser, null, reader));
    }
    if (first != JsonToken.START_OBJECT) {
      throw MismatchedInputException.from(parser, List.class, "neither an object nor an array");
    }
    return object(parser, reader);
  }

  private Envelope<T> object(JsonParser parser, ObjectReader reader) throws IOException {
    List<T> items = null;
    Map<String, JsonNode> others = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (!listNames.contains(name)) {
        others.put(name, Json.MAPPER.readTree(parser));
      } else if (value == JsonToken.START_ARRAY) {
        items = joined(items == null ? List.of() : items, items(parser, name, reader));
      } else if (value == JsonToken.VALUE_NULL) {
        items = items == null ? List.of() : items;
      } else {
        throw JsonMappingException.wrapWithPath(
            MismatchedInputException.from(parser, List.class, "not an array"), this, name);
      }
    }
    if (items == null) {
      throw MismatchedInputException.from(parser, List.class, "no list under " + listNames);
    }
    return new Envelope<>(items, others);
  }

  /** Joins two lists; usually one of them is empty, or they are equal. */
  private static <T> List<T> joined(List<T> some, List<T> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    List<T> all = new ArrayList<>(some);
    Set<T> known = new HashSet<>(some);
    others.stream().filter(known::add).forEach(all::add);
    return all;
  }

  private List<T> items(JsonParser parser, @Nullable String listName, ObjectReader reader)
      throws IOException {
    List<T> items = new ArrayList<>();
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      try {
        items.add(reader.readValue(parser));
      } catch (JsonMappingException e) {
        e.prependPath(items, index);
        if (listName != null) {
          e.prependPath(this, listName);
        }
        throw e;
      }
    }
    return items;
  }
}
