package io.github.xrayclient.http;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as a {@link Transport} sends it. Immutable, apart from the bytes of its body, which
 * nobody may change. Its text shows method and address only.
 */
public final class ApiRequest {
  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final boolean readOnly;
  private final @Nullable Duration timeout;

  private ApiRequest(
      String method,
      URI uri,
      Map<String, String> headers,
      byte @Nullable [] body,
      boolean readOnly,
      @Nullable Duration timeout) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.readOnly = readOnly;
    this.timeout = timeout;
  }

  /** A request without headers and body. GET and HEAD are read-only. */
  public static ApiRequest of(String method, URI uri) {
    Objects.requireNonNull(uri, "uri");
    boolean readOnly = method.equals("GET") || method.equals("HEAD");
    return new ApiRequest(method, uri, Collections.emptyMap(), null, readOnly, null);
  }

  /** The method, in capitals. */
  public String method() {
    return method;
  }

  /** The whole address, encoded. */
  public URI uri() {
    return uri;
  }

  /** The headers; their names are compared without case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the body; not a copy. */
  public Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }

  /** Whether the server changes nothing on it, so that it may be repeated after any failure. */
  public boolean readOnly() {
    return readOnly;
  }

  /** How long one attempt may take, body included; the transport's default if absent. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /**
   * The same request with one header set.
   *
   * @throws IllegalArgumentException for characters that no header may hold; the message does not
   *     show the value
   */
  public ApiRequest withHeader(String name, String value) {
    HeaderText.check(name, value);
    TreeMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(name, value);
    return new ApiRequest(
        method, uri, Collections.unmodifiableMap(changed), body, readOnly, timeout);
  }

  /** The same request with this body. */
  public ApiRequest withBody(byte[] bytes) {
    return new ApiRequest(
        method, uri, headers, Objects.requireNonNull(bytes, "bytes"), readOnly, timeout);
  }

  /** The same request, known to change nothing. */
  public ApiRequest withReadOnly() {
    return new ApiRequest(method, uri, headers, body, true, timeout);
  }

  /** The same request to another address. */
  public ApiRequest withUri(URI other) {
    return new ApiRequest(
        method, Objects.requireNonNull(other, "uri"), headers, body, readOnly, timeout);
  }

  /** The same request with another time limit for each attempt. */
  public ApiRequest withTimeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("timeout must be longer than nothing, but was " + limit);
    }
    return new ApiRequest(method, uri, headers, body, readOnly, limit);
  }

  @Override
  public String toString() {
    return method + " " + uri;
  }
}
