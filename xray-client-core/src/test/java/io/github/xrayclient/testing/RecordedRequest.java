package io.github.xrayclient.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request as it reached a {@link FakeXray}. Immutable. */
public final class RecordedRequest {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final String body;

  /**
   * A request with these parts.
   *
   * @param uri of which the path and the query are kept as they are
   */
  public RecordedRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = Optional.ofNullable(uri.getRawPath()).orElse("");
    this.query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
    this.body = new String(body, StandardCharsets.UTF_8);
  }

  /** The method in capital letters. */
  public String method() {
    return method;
  }

  /** The path as sent, still percent-encoded. */
  public String path() {
    return path;
  }

  /** The query as sent, still encoded and without its question mark; empty if there is none. */
  public String query() {
    return query;
  }

  /** The decoded value of a query parameter; of one given several times, the first. */
  public Optional<String> queryParameter(String name) {
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (decode(parts[0]).equals(name)) {
        return Optional.of(parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return Optional.empty();
  }

  /** The first value of a header, whose name is compared without case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body as UTF-8 text; empty if there is none. */
  public String body() {
    return body;
  }

  /**
   * The body as a JSON tree of the caller's own; a missing node if there is no body.
   *
   * @throws IllegalStateException if the body is not JSON
   */
  public JsonNode json() {
    try {
      return Trees.parse(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the body of " + this + " is not JSON", e);
    }
  }

  /** Method, path and query; no header, so no credential. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
