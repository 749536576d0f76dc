package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Settings for some calls: time limits, retries, headers, and how strictly answers are read. What is
 * not set here stays as the client has it. Immutable; each method returns a changed copy.
 */
public final class CallOptions {
  private static final ApiRequest PROBE = ApiRequest.of("GET", URI.create("/"));
  private static final CallOptions NONE = new CallOptions(List.of(), false);

  private final List<UnaryOperator<ApiRequest>> changes;
  private final boolean strict;

  private CallOptions(List<UnaryOperator<ApiRequest>> changes, boolean strict) {
    this.changes = changes;
    this.strict = strict;
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
    return and(request -> request.withTimeout(perAttempt));
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
    return and(request -> request.withTotalTimeout(wholeCall));
  }

  /** Repeats by this policy. */
  public CallOptions retryPolicy(RetryPolicy policy) {
    return and(request -> request.withRetryPolicy(policy));
  }

  /**
   * Sends a header.
   *
   * @throws IllegalArgumentException for characters that no header may hold
   */
  public CallOptions header(String name, String value) {
    return and(request -> request.withHeader(name, value));
  }

  /**
   * Refuses answers that may be incomplete or ambiguous: an empty body, the statuses 204, 205 and
   * 206, and an object that has a member twice. This is for calls whose answer must hold
   * everything, such as those of an export; writes are not affected. Without it, an empty body is
   * an empty list in listings without pages, and if an element of a listing has a member twice, the
   * last one counts. A single object that has a member twice is always refused.
   */
  public CallOptions strict() {
    return new CallOptions(changes, true);
  }

  /** Whether answers that may be incomplete or ambiguous are refused. */
  public boolean isStrict() {
    return strict;
  }

  /** The request with these options. */
  public ApiRequest applyTo(ApiRequest request) {
    ApiRequest changed = request;
    for (UnaryOperator<ApiRequest> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  /** These options, and then those. */
  public CallOptions and(CallOptions others) {
    List<UnaryOperator<ApiRequest>> all = new ArrayList<>(changes);
    all.addAll(others.changes);
    return new CallOptions(List.copyOf(all), strict || others.strict);
  }

  private CallOptions and(UnaryOperator<ApiRequest> change) {
    ApiRequest unused = change.apply(PROBE); // a bad value fails here, where it was given
    List<UnaryOperator<ApiRequest>> more = new ArrayList<>(changes);
    more.add(change);
    return new CallOptions(List.copyOf(more), strict);
  }
}
