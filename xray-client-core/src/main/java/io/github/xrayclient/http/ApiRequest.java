package io.github.xrayclient.http;

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
 * One request as a {@link Transport} sends it. Immutable, apart from the bytes of its body, which
 * nobody may change. Its text shows method and address only.
 */
public final class ApiRequest {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final boolean readOnly;
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
    this.timeout = parts.timeout;
    this.totalTimeout = parts.totalTimeout;
    this.retryPolicy = parts.retryPolicy;
    this.attempt = parts.attempt;
    this.pathTemplate = parts.pathTemplate;
  }

  /** A request without headers and body. GET and HEAD are read-only. */
  public static ApiRequest of(String method, URI uri) {
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("method must be capitals, such as GET");
    }
    Parts parts = new Parts(method, Objects.requireNonNull(uri, "uri"));
    parts.readOnly = method.equals("GET") || method.equals("HEAD");
    return new ApiRequest(parts);
  }

  /** The method, in capitals. */
  public String method() {
    return method;
  }

  /** The whole address, encoded. */
  public URI uri() {
    return uri;
  }

  /**
   * The path before arguments were put into it, such as {@code /xray/api/v2/policies/{name}}.
   * {@link ApiCalls#call} sets it, and changed copies keep it, also those to another address. For a
   * request that was made of an address alone it is {@code /{+path}}, which stands for any path.
   */
  public String pathTemplate() {
    return pathTemplate;
  }

  /**
   * The method and the path template: a name of what is asked for that holds no argument, for
   * metrics and spans.
   */
  public String operation() {
    return method + " " + pathTemplate;
  }

  /** The headers; their names are compared without case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the body; not a copy. */
  public Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }

  /** Whether the server changes nothing on it, so that it may be repeated. */
  public boolean readOnly() {
    return readOnly;
  }

  /** How long one attempt may take, body included; the transport's default if absent. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** How long the whole call may take, including all attempts and waits; no limit if absent. */
  public Optional<Duration> totalTimeout() {
    return Optional.ofNullable(totalTimeout);
  }

  /** When and how often it is repeated; the client's policy if absent. */
  public Optional<RetryPolicy> retryPolicy() {
    return Optional.ofNullable(retryPolicy);
  }

  /** Which attempt this is, counted from 1. */
  public int attempt() {
    return attempt;
  }

  /**
   * A copy of this request with one header set.
   *
   * @throws IllegalArgumentException for characters that no header may hold; the message does not
   *     show the value
   */
  public ApiRequest withHeader(String name, String value) {
    HeaderText.check(name, value);
    TreeMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(name, value);
    return with(parts -> parts.headers = Collections.unmodifiableMap(changed));
  }

  /** A copy of this request with this body. */
  public ApiRequest withBody(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return with(parts -> parts.body = bytes);
  }

  /** A copy of this request that is marked as changing nothing on the server. */
  public ApiRequest withReadOnly() {
    return with(parts -> parts.readOnly = true);
  }

  /** A copy of this request to another address. */
  public ApiRequest withUri(URI uri) {
    Objects.requireNonNull(uri, "uri");
    return with(parts -> parts.uri = uri);
  }

  /** A copy of this request with another {@link #pathTemplate()}; the address stays the same. */
  public ApiRequest withPathTemplate(String template) {
    Objects.requireNonNull(template, "template");
    return with(parts -> parts.pathTemplate = template);
  }

  /**
   * A copy of this request with another time limit for each attempt, which includes the body.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public ApiRequest withTimeout(Duration perAttempt) {
    checkLimit("timeout", perAttempt);
    return with(parts -> parts.timeout = perAttempt);
  }

  /**
   * A copy of this request with a time limit for the whole call, as {@link CallOptions#totalTimeout}
   * describes.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public ApiRequest withTotalTimeout(Duration wholeCall) {
    checkLimit("totalTimeout", wholeCall);
    return with(parts -> parts.totalTimeout = wholeCall);
  }

  /** A copy of this request that is repeated by this policy instead of the client's. */
  public ApiRequest withRetryPolicy(RetryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return with(parts -> parts.retryPolicy = policy);
  }

  /** A copy of this request for the attempt of this number, counted from 1. */
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
    parts.timeout = timeout;
    parts.totalTimeout = totalTimeout;
    parts.retryPolicy = retryPolicy;
    parts.attempt = attempt;
    parts.pathTemplate = pathTemplate;
    change.accept(parts);
    return new ApiRequest(parts);
  }

  /** What a request is made of, while a changed copy is made. */
  private static final class Parts {
    private final String method;
    private URI uri;
    private Map<String, String> headers = Collections.emptyMap();
    private byte @Nullable [] body;
    private boolean readOnly;
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
