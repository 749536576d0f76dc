package io.github.xrayclient.http;

import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as a {@link Transport} sends it. Immutable, except for the bytes of its body, which
 * nobody may change. Its {@link #toString()} shows only the method and the URL.
 */
public final class ApiRequest {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final boolean readOnly;
  private final boolean bodyIgnored;
  private final @Nullable Duration timeout;
  private final @Nullable Duration totalTimeout;
  private final @Nullable RetryPolicy retryPolicy;
  private final int attempt;
  private final String pathTemplate;

  private ApiRequest(Parts parts) {
    this.method = parts.method;
    this.uri = parts.uri;
    this.headers = parts.headers;
    this.body = parts.body;
    this.readOnly = parts.readOnly;
    this.bodyIgnored = parts.bodyIgnored;
    this.timeout = parts.timeout;
    this.totalTimeout = parts.totalTimeout;
    this.retryPolicy = parts.retryPolicy;
    this.attempt = parts.attempt;
    this.pathTemplate = parts.pathTemplate;
  }

  /**
   * Creates a request without headers and body. GET and HEAD requests are read-only.
   *
   * @throws IllegalArgumentException if the method is not in capital letters
   */
  public static ApiRequest of(String method, URI uri) {
    Objects.requireNonNull(uri, "uri");
    if (!METHOD.matcher(Objects.requireNonNull(method, "method")).matches()) {
      throw new IllegalArgumentException(
          "method must consist of capital letters, such as GET, but was '"
              + VisibleText.oneLine(method)
              + "'");
    }
    Parts parts = new Parts(method, uri);
    parts.readOnly = method.equals("GET") || method.equals("HEAD");
    return new ApiRequest(parts);
  }

  /** The HTTP method in capital letters, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The whole URL, encoded. */
  public URI uri() {
    return uri;
  }

  /**
   * The path with placeholders instead of arguments, such as {@code /xray/api/v2/policies/{name}}.
   * {@link ApiCalls#call} sets it, and changed copies keep it, even if their URL is another one. A
   * request that was created by {@link #of} has {@code /{+path}}, which stands for any path.
   */
  public String pathTemplate() {
    return pathTemplate;
  }

  /**
   * The method and the path template, such as {@code GET /xray/api/v2/policies/{name}}. It contains
   * no argument, so it can be the name of a metric or span.
   */
  public String operation() {
    return method + " " + pathTemplate;
  }

  /** The headers of this request; unmodifiable. Their names are compared without case. */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * The bytes of the body; empty if there is no body. The array is not copied, so do not change it.
   */
  public Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }

  /** Whether this request changes nothing on the server, so that it may be repeated. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /**
   * Whether the caller needs only the status and the headers of a 2xx answer; false by default. The
   * transport of this library then ends the exchange without reading the body of such an answer,
   * and returns it without a body. Other transports may read the body all the same.
   */
  public boolean isBodyIgnored() {
    return bodyIgnored;
  }

  /**
   * The time limit of each attempt, including the body of the answer. If empty, the transport uses
   * its own default.
   */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /**
   * The time limit of the whole call, including all attempts and waits. If empty, there is no
   * limit.
   */
  public Optional<Duration> totalTimeout() {
    return Optional.ofNullable(totalTimeout);
  }

  /**
   * The retry policy of this request. A call of a client has the client's policy, unless it sets
   * another one. If empty, the client's policy applies.
   */
  public Optional<RetryPolicy> retryPolicy() {
    return Optional.ofNullable(retryPolicy);
  }

  /** The number of this attempt; the first attempt is 1. */
  public int attempt() {
    return attempt;
  }

  /**
   * Returns a copy with this header. It replaces a header of the same name.
   *
   * @throws IllegalArgumentException if the name or the value contains a character that is not
   *     allowed in a header, or if only the HTTP client can set the header; the message does not
   *     show the value
   */
  public ApiRequest withHeader(String name, String value) {
    HeaderText.check(name, value);
    TreeMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(name, value);
    return with(parts -> parts.headers = Collections.unmodifiableMap(changed));
  }

  /** Returns a copy with this body. The array is not copied, so do not change it. */
  public ApiRequest withBody(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return with(parts -> parts.body = bytes);
  }

  /**
   * Returns a copy that is marked as changing nothing on the server, so that it may be repeated.
   */
  public ApiRequest withReadOnly() {
    return with(parts -> parts.readOnly = true);
  }

  /** Returns a copy for a caller that does not need the body of a 2xx answer. */
  public ApiRequest withBodyIgnored() {
    return with(parts -> parts.bodyIgnored = true);
  }

  /** Returns a copy with another URL. */
  public ApiRequest withUri(URI uri) {
    Objects.requireNonNull(uri, "uri");
    return with(parts -> parts.uri = uri);
  }

  /** Returns a copy with another {@link #pathTemplate()}. The URL stays the same. */
  public ApiRequest withPathTemplate(String template) {
    Objects.requireNonNull(template, "template");
    return with(parts -> parts.pathTemplate = template);
  }

  /**
   * Returns a copy with another time limit of each attempt, including the body of the answer.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public ApiRequest withTimeout(Duration perAttempt) {
    checkLimit("timeout", Objects.requireNonNull(perAttempt, "perAttempt"));
    return with(parts -> parts.timeout = perAttempt);
  }

  /**
   * Returns a copy with a time limit of the whole call, as {@link CallOptions#totalTimeout
   * CallOptions.totalTimeout(..)} describes.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public ApiRequest withTotalTimeout(Duration wholeCall) {
    checkLimit("totalTimeout", Objects.requireNonNull(wholeCall, "wholeCall"));
    return with(parts -> parts.totalTimeout = wholeCall);
  }

  /** Returns a copy with another retry policy than the client's. */
  public ApiRequest withRetryPolicy(RetryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return with(parts -> parts.retryPolicy = policy);
  }

  /** Returns a copy with another number of the attempt; the first attempt is 1. */
  public ApiRequest withAttempt(int attempt) {
    return attempt == this.attempt ? this : with(parts -> parts.attempt = attempt);
  }

  @Override
  public String toString() {
    return method + " " + uri;
  }

  private static void checkLimit(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be positive and at most 1 day, but was " + limit);
    }
  }

  private ApiRequest with(Consumer<Parts> change) {
    Parts parts = new Parts(method, uri);
    parts.headers = headers;
    parts.body = body;
    parts.readOnly = readOnly;
    parts.bodyIgnored = bodyIgnored;
    parts.timeout = timeout;
    parts.totalTimeout = totalTimeout;
    parts.retryPolicy = retryPolicy;
    parts.attempt = attempt;
    parts.pathTemplate = pathTemplate;
    change.accept(parts);
    return new ApiRequest(parts);
  }

  /** The mutable fields of a copy until it is complete. */
  private static final class Parts {
    private final String method;
    private URI uri;
    private Map<String, String> headers = Collections.emptyMap();
    private byte @Nullable [] body;
    private boolean readOnly;
    private boolean bodyIgnored;
    private @Nullable Duration timeout;
    private @Nullable Duration totalTimeout;
    private @Nullable RetryPolicy retryPolicy;
    private int attempt = 1;
    private String pathTemplate = "/{+path}";

    Parts(String method, URI uri) {
      this.method = method;
      this.uri = uri;
    }
  }
}
