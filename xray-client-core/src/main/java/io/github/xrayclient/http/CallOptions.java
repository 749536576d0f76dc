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
 * Settings for some calls: time limits, retries, headers, and how strictly answers are read. What is
 * not set here stays as the client has it. Immutable; each method returns a changed copy.
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
    ApiRequest unused = applyTo(PROBE); // a bad value fails here, where it was given
  }

  /** Options that leave everything as the client has it. */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Limits each attempt, body included.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public CallOptions timeout(Duration perAttempt) {
    Objects.requireNonNull(perAttempt, "perAttempt");
    return new CallOptions(perAttempt, totalTimeout, retryPolicy, headers, strict);
  }

  /**
   * Limits the whole call: its attempts with their bodies, the waits between them, a redirect, and
   * the time that a supplier of tokens takes. When that time is over, the call's thread is
   * interrupted, and the call throws an {@link XrayTimeoutException} whose {@link
   * XrayTimeoutException#wholeCall()} is true. An interceptor or a transport of your own that
   * ignores interrupts delays the end of the call; a supplier of tokens does not, since it is then
   * called on a separate thread.
   *
   * <p>Each request of a service is a call of its own, to which the limit applies anew: each page
   * of a listing, and in an update the write, the read after it, and the read of the object after
   * an answer was lost. After a write that reaches this limit, the object is read once, and the
   * write is not sent again.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public CallOptions totalTimeout(Duration wholeCall) {
    Objects.requireNonNull(wholeCall, "wholeCall");
    return new CallOptions(timeout, wholeCall, retryPolicy, headers, strict);
  }

  /** Repeats by this policy. */
  public CallOptions retryPolicy(RetryPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return new CallOptions(timeout, totalTimeout, policy, headers, strict);
  }

  /**
   * Sends a header, as {@link ApiCall#header} describes.
   *
   * @throws IllegalArgumentException for characters that no header may hold, and for headers that
   *     only the HTTP client can set
   */
  public CallOptions header(String name, String value) {
    return new CallOptions(
        timeout, totalTimeout, retryPolicy, merged(headers, Map.of(name, value)), strict);
  }

  /**
   * Refuses answers that may be incomplete or ambiguous: an empty body, the statuses 204, 205 and
   * 206, and an object that has a member twice. This is for calls whose answer must hold
   * everything, such as those of an export; writes are not affected. Without it, an empty body is
   * an empty list in listings without pages, and if an element of a listing has a member twice, the
   * last one counts. A single object that has a member twice is always refused.
   */
  public CallOptions strict() {
    return new CallOptions(timeout, totalTimeout, retryPolicy, headers, true);
  }

  /** Whether answers that may be incomplete or ambiguous are refused. */
  public boolean isStrict() {
    return strict;
  }

  /** The request with these options. */
  public ApiRequest applyTo(ApiRequest request) {
    ApiRequest changed = request;
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

  /** These options, and then those. */
  public CallOptions and(CallOptions others) {
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

  /** The options that are set, without the values of headers. */
  @Override
  public String toString() {
    return "CallOptions{timeout=" + timeout
        + ", totalTimeout=" + totalTimeout
        + ", retryPolicy=" + retryPolicy
        + ", headers=" + headers.keySet()
        + ", strict=" + strict + "}";
  }
}
