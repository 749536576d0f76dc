package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings for some of a client's calls: time limits, retries, headers, and how strictly answers
 * are read. What is not set here stays as the client has it. Immutable and thread-safe; each method
 * that sets something returns a changed copy.
 */
public final class CallOptions {
  private static final ApiRequest PROBE = ApiRequest.of("GET", URI.create("/"));
  private static final CallOptions NONE = new CallOptions(null, null, null, Map.of(), false);

  private final @Nullable Duration timeout;
  private final @Nullable Duration totalTimeout;
  private final @Nullable RetryPolicy retryPolicy;
  private final Map<String, String> headers;
  private final boolean strict;

  private CallOptions(
      @Nullable Duration timeout,
      @Nullable Duration totalTimeout,
      @Nullable RetryPolicy retryPolicy,
      Map<String, String> headers,
      boolean strict) {
    this.timeout = timeout;
    this.totalTimeout = totalTimeout;
    this.retryPolicy = retryPolicy;
    this.headers = headers;
    this.strict = strict;
    ApiRequest unused = applyTo(PROBE); // throws if a value is not valid
  }

  /** Returns options that set nothing. Call the other methods to add settings. */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Limits the time of each attempt, including the body of the answer.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public CallOptions timeout(Duration perAttempt) {
    Objects.requireNonNull(perAttempt, "perAttempt");
    return new CallOptions(perAttempt, totalTimeout, retryPolicy, headers, strict);
  }

  /**
   * Limits the time of the whole call: all attempts with their bodies, the waits between them, a
   * redirect, and the time that a token supplier takes. When the limit is reached, the thread of
   * the call is interrupted, and the call throws an {@link XrayTimeoutException} whose {@link
   * XrayTimeoutException#wholeCall()} is true. If your own interceptor or transport ignores
   * interrupts, it delays the end of the call. A token supplier cannot delay it, since it runs on a
   * separate thread.
   *
   * <p>The limit applies to each request that a service sends, not to all of them together: a
   * listing sends one request for each page, and an update sends a write and a read. If a write
   * reaches the limit, the library reads the object once to find out whether the write took effect,
   * and does not send the write again.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public CallOptions totalTimeout(Duration wholeCall) {
    Objects.requireNonNull(wholeCall, "wholeCall");
    return new CallOptions(timeout, wholeCall, retryPolicy, headers, strict);
  }

  /** Sets how often requests are repeated after a failure. */
  public CallOptions retryPolicy(RetryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return new CallOptions(timeout, totalTimeout, policy, headers, strict);
  }

  /**
   * Sets a header of all requests, as {@link ApiCall#header ApiCall.header(..)} describes.
   *
   * @throws IllegalArgumentException if the name or the value contains a character that is not
   *     allowed in a header, or if only the HTTP client can set the header
   */
  public CallOptions header(String name, String value) {
    HeaderText.check(name, value);
    return new CallOptions(
        timeout, totalTimeout, retryPolicy, merged(headers, Map.of(name, value)), strict);
  }

  /**
   * Refuses answers that may be incomplete or ambiguous: an answer without a body, the statuses
   * 204, 205 and 206, and a JSON object that contains a field twice. Use it for calls whose answers
   * must contain everything, such as an export. Writes are not affected.
   *
   * <p>Without this option, a listing without pages treats an empty body as an empty list, and uses
   * the last value of a field that an element contains twice. A single object with such a field is
   * always refused.
   */
  public CallOptions strict() {
    return new CallOptions(timeout, totalTimeout, retryPolicy, headers, true);
  }

  /** Whether answers that may be incomplete or ambiguous are refused; false by default. */
  public boolean isStrict() {
    return strict;
  }

  /**
   * Returns a copy of a request with the time limits, the retry policy and the headers of these
   * options.
   */
  public ApiRequest applyTo(ApiRequest request) {
    ApiRequest changed = Objects.requireNonNull(request, "request");
    if (timeout != null) {
      changed = changed.withTimeout(timeout);
    }
    if (totalTimeout != null) {
      changed = changed.withTotalTimeout(totalTimeout);
    }
    if (retryPolicy != null) {
      changed = changed.withRetryPolicy(retryPolicy);
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      changed = changed.withHeader(header.getKey(), header.getValue());
    }
    return changed;
  }

  /**
   * Returns options in which the settings of {@code others} replace those of this object; headers
   * of both are kept.
   */
  public CallOptions and(CallOptions others) {
    Objects.requireNonNull(others, "others");
    return new CallOptions(
        others.timeout == null ? timeout : others.timeout,
        others.totalTimeout == null ? totalTimeout : others.totalTimeout,
        others.retryPolicy == null ? retryPolicy : others.retryPolicy,
        merged(headers, others.headers),
        strict || others.strict);
  }

  private static Map<String, String> merged(
      Map<String, String> headers, Map<String, String> others) {
    Map<String, String> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    merged.putAll(headers);
    merged.putAll(others);
    return Collections.unmodifiableMap(merged);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof CallOptions)) {
      return false;
    }
    CallOptions options = (CallOptions) other;
    return Objects.equals(timeout, options.timeout)
        && Objects.equals(totalTimeout, options.totalTimeout)
        && Objects.equals(retryPolicy, options.retryPolicy)
        && headers.equals(options.headers)
        && strict == options.strict;
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, totalTimeout, retryPolicy, headers.size(), strict);
  }

  /** Shows the settings, without the values of headers. */
  @Override
  public String toString() {
    return "CallOptions{timeout=" + timeout
        + ", totalTimeout=" + totalTimeout
        + ", retryPolicy=" + retryPolicy
        + ", headers=" + headers.keySet()
        + ", strict=" + strict + "}";
  }
}
