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

/** A request that a {@link FakeXray} received. Immutable and thread-safe. */
public final class RecordedRequest {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final String body;

  /**
   * A request with these parts.
   *
   * @param uri the request's URI; its path and query are kept in their encoded form
   */
  public RecordedRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = Optional.ofNullable(uri.getRawPath()).orElse("");
    this.query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
    this.body = new String(body, StandardCharsets.UTF_8);
  }

  /** The method in capital letters, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The path as received, percent-encoded. */
  public String path() {
    return path;
  }

  /**
   * The query as received, percent-encoded and without the question mark; empty if there is none.
   */
  public String query() {
    return query;
  }

  /**
   * The decoded value of a query parameter. If the parameter occurs several times, this is its
   * first value.
   */
  public Optional<String> queryParameter(String name) {
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (decode(parts[0]).equals(name)) {
        return Optional.of(parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return Optional.empty();
  }

  /** The first value of a header. Names of headers are compared without case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body as UTF-8 text; empty if there is none. */
  public String body() {
    return body;
  }

  /**
   * The body as a new JSON tree; a missing node if there is no body.
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

  /** The method, path and query, but no header, and so no credentials. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
