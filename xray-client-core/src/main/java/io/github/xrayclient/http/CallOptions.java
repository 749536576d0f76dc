package io.github.xrayclient.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is special about some calls: time limit, retries, headers. Immutable; each method returns a
 * changed copy. What is not set stays as the client has it.
 */
public final class CallOptions {
  private static final ApiRequest PROBE = ApiRequest.of("GET", URI.create("/"));
  private static final CallOptions NONE = new CallOptions(List.of());

  private final List<UnaryOperator<ApiRequest>> changes;

  private CallOptions(List<UnaryOperator<ApiRequest>> changes) {
    this.changes = changes;
  }

  /** Nothing special. */
  public static CallOptions none() {
    return NONE;
  }

  /**
   * Limits each attempt, body included.
   *
   * @throws IllegalArgumentException if it is not longer than nothing
   */
  public CallOptions timeout(Duration perAttempt) {
    return and(request -> request.withTimeout(perAttempt));
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
    return new CallOptions(List.copyOf(all));
  }

  private CallOptions and(UnaryOperator<ApiRequest> change) {
    change.apply(PROBE); // a bad value fails here, where it was given
    List<UnaryOperator<ApiRequest>> more = new ArrayList<>(changes);
    more.add(change);
    return new CallOptions(List.copyOf(more));
  }
}
