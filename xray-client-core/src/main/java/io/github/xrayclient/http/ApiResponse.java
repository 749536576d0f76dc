package io.github.xrayclient.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One whole answer, whatever its status. Immutable, apart from the bytes of its body. */
public final class ApiResponse {
  private final int statusCode;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean bodyCut;

  /** An answer as a transport received it. */
  public ApiResponse(int statusCode, Map<String, List<String>> headers, byte[] body) {
    this(statusCode, HttpHeaders.of(headers, (name, value) -> true), body);
  }

  /** An answer as the JDK's client received it. */
  public ApiResponse(int statusCode, HttpHeaders headers, byte[] body) {
    this(statusCode, headers, body, false);
  }

  private ApiResponse(int statusCode, HttpHeaders headers, byte[] body, boolean bodyCut) {
    this.statusCode = statusCode;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = Objects.requireNonNull(body, "body");
    this.bodyCut = bodyCut;
  }

  /** The HTTP status. */
  public int statusCode() {
    return statusCode;
  }

  /** Whether the status is one of 200 to 299. */
  public boolean isSuccess() {
    return statusCode >= 200 && statusCode < 300;
  }

  /** All headers; their names are compared without case. */
  public HttpHeaders headers() {
    return headers;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The id under which the server logged the request. */
  public Optional<String> requestId() {
    return header("X-Request-Id")
        .or(() -> header("X-JFrog-Request-Id"))
        .or(() -> header("Uber-Trace-Id"));
  }

  /** The bytes of the body, empty if there was none; not a copy, so do not change them. */
  public byte[] body() {
    return body;
  }

  /**
   * Whether {@link #body()} is only the start of what the server sent, which happens to answers
   * outside 2xx of more than 1 MiB.
   */
  public boolean isBodyCut() {
    return bodyCut;
  }

  /** A copy of this answer that says that its body is only the start of what the server sent. */
  public ApiResponse withBodyCut() {
    return new ApiResponse(statusCode, headers, body, true);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return statusCode + " with " + body.length + " bytes";
  }
}
