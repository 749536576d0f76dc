package io.github.xrayclient.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.paging.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing in any of the envelopes that servers use: {@code {data, meta}}, {@code {data,
 * total_count}}, the resource's name in place of {@code data}, a bare array, or null.
 */
public final class PageDecoder<T> implements ApiCall.Decoder<Page<T>> {
  private final ObjectReader reader;
  private final Set<String> listNames;
  private final String totalName;

  /**
   * @param resource the name under which the list may stand instead of {@code data}
   */
  public PageDecoder(Class<T> type, String resource) {
    this(type, resource, "total_count");
  }

  /**
   * @param total the name of the total beside the list
   */
  public PageDecoder(Class<T> type, String resource, String total) {
    this.reader = Json.MAPPER.readerFor(type);
    this.listNames = Set.of("data", resource);
    this.totalName = total;
  }

  @Override
  public Page<T> decode(ApiResponse response) throws IOException {
    try (JsonParser parser = reader.createParser(response.body())) {
      JsonToken first = parser.nextToken();
      Page<T> page = page(parser, first);
      if (parser.nextToken() != null) {
        throw MismatchedInputException.from(parser, List.class, "more text after the listing");
      }
      return page;
    }
  }

  private Page<T> page(JsonParser parser, @Nullable JsonToken first) throws IOException {
    if (first == JsonToken.VALUE_NULL) {
      return Page.complete(List.of());
    }
    if (first == JsonToken.START_ARRAY) {
      return Page.complete(items(parser, null));
    }
    if (first != JsonToken.START_OBJECT) {
      throw MismatchedInputException.from(parser, List.class, "neither an object nor an array");
    }
    return envelope(parser);
  }

  private Page<T> envelope(JsonParser parser) throws IOException {
    List<T> items = null;
    boolean listed = false;
    JsonNode meta = null;
    JsonNode total = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (listNames.contains(name)) {
        listed = true;
        if (value == JsonToken.START_ARRAY) {
          items = items(parser, name);
        } else if (value != JsonToken.VALUE_NULL) {
          throw JsonMappingException.wrapWithPath(
              MismatchedInputException.from(parser, List.class, "not an array"), this, name);
        }
      } else if (name.equals("meta")) {
        meta = Json.MAPPER.readTree(parser);
      } else if (name.equals(totalName)) {
        total = Json.MAPPER.readTree(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (!listed) {
      throw MismatchedInputException.from(parser, List.class, "no list under " + listNames);
    }
    List<T> found = items == null ? List.of() : items;
    if (meta == null && total == null) {
      return Page.complete(found);
    }
    OptionalLong count = number(meta == null ? null : meta.get("total_count"));
    OptionalLong size = number(meta == null ? null : meta.get("num_of_rows"));
    boolean usable = size.isPresent() && size.getAsLong() <= Integer.MAX_VALUE;
    return Page.of(
        found,
        count.isPresent() ? count : number(total),
        usable ? OptionalInt.of((int) size.getAsLong()) : OptionalInt.empty());
  }

  private List<T> items(JsonParser parser, @Nullable String listName) throws IOException {
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

  /** A count, which some servers write as a text; what cannot be one is as good as absent. */
  private static OptionalLong number(@Nullable JsonNode node) {
    String digits = node == null ? "" : node.asText();
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
