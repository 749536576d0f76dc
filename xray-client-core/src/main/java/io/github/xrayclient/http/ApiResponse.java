package io.github.xrayclient.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A complete answer of the server, whatever its status. Immutable, except for the bytes of its
 * body, which nobody may change.
 */
public final class ApiResponse {
  private static final String NO_NULL = "headers must not contain null";

  private final int statusCode;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean bodyCut;

  /**
   * Creates an answer.
   *
   * @param body the bytes of the body, empty for none; they are not copied
   */
  public ApiResponse(int statusCode, Map<String, List<String>> headers, byte[] body) {
    this(statusCode, checked(headers), body);
  }

  /**
   * Creates an answer with headers as the JDK's client represents them.
   *
   * @param body the bytes of the body, empty for none; they are not copied
   */
  public ApiResponse(int statusCode, HttpHeaders headers, byte[] body) {
    this(statusCode, headers, body, false);
  }

  private static HttpHeaders checked(Map<String, List<String>> headers) {
    Objects.requireNonNull(headers, "headers").forEach((name, values) -> {
      Objects.requireNonNull(name, NO_NULL);
      Objects.requireNonNull(values, NO_NULL)
          .forEach(value -> Objects.requireNonNull(value, NO_NULL));
    });
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private ApiResponse(int statusCode, HttpHeaders headers, byte[] body, boolean bodyCut) {
    this.statusCode = statusCode;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = Objects.requireNonNull(body, "body");
    this.bodyCut = bodyCut;
  }

  /** The HTTP status, such as 200. */
  public int statusCode() {
    return statusCode;
  }

  /** Whether the status is between 200 and 299. */
  public boolean isSuccess() {
    return statusCode >= 200 && statusCode < 300;
  }

  /** All headers; their names are compared without case. */
  public HttpHeaders headers() {
    return headers;
  }

  /**
   * The first value of a header; empty if the answer does not have the header. Names are compared
   * without case.
   */
  public Optional<String> header(String name) {
    return headers.firstValue(Objects.requireNonNull(name, "name"));
  }

  /** The id with which the server logged the request; empty if the answer has none. */
  public Optional<String> requestId() {
    return header("X-Request-Id")
        .or(() -> header("X-JFrog-Request-Id"))
        .or(() -> header("Uber-Trace-Id"));
  }

  /**
   * The bytes of the body; empty if there was no body. The array is not copied, so do not change
   * it.
   */
  public byte[] body() {
    return body;
  }

  /**
   * Whether {@link #body()} is only the beginning of what the server sent. This happens with
   * answers outside 2xx of more than 1 MiB.
   */
  public boolean isBodyCut() {
    return bodyCut;
  }

  /** Returns a copy that is marked as having only the beginning of the body. */
  public ApiResponse withBodyCut() {
    return new ApiResponse(statusCode, headers, body, true);
  }

  /** The body as text, decoded as UTF-8; empty if there was no body. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return statusCode + " with " + body.length + " bytes";
  }
}
