package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is special about some calls: time limits, retries, headers, how strictly answers are read.
 * Immutable; each method returns a changed copy. What is not set stays as the client has it.
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

  /** Nothing special. */
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
   * the time that a supplier of tokens takes. At the end of that time the call's thread is
   * interrupted, and the call throws an {@link XrayTimeoutException} whose {@link
   * XrayTimeoutException#wholeCall()} is true. Code of your own that ignores interrupts, such as an
   * interceptor or a transport, delays that; a supplier of tokens does not, since it is asked on a
   * thread of its own if there is such a limit.
   *
   * <p>Each request of a service is a call with the whole limit to itself: each page of a listing,
   * and of an update the write, the reading after it, and the look at the object after an answer was
   * lost. A write that reaches this limit is looked after once and not sent again.
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
   * Refuses answers that may hold less than there is, or say a thing twice: an empty body, the
   * statuses 204, 205 and 206, and an object with the same member twice. For calls whose answer
   * stands for everything, such as those of an export; calls that write are not affected. Without it,
   * listings without pages read an empty body as an empty list, and of a member that stands twice in
   * a listing the last one counts. A single object is never read if it has a member twice.
   */
  public CallOptions strict() {
    return new CallOptions(changes, true);
  }

  /** Whether answers are read strictly. */
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
    change.apply(PROBE); // a bad value fails here, where it was given
    List<UnaryOperator<ApiRequest>> more = new ArrayList<>(changes);
    more.add(change);
    return new CallOptions(List.copyOf(more), strict);
  }
}
