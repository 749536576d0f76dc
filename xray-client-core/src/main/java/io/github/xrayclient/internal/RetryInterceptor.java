package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Repeats what may be repeated, as {@link RetryPolicy} says. */
final class RetryInterceptor implements Interceptor {
  /** Waits between two attempts. */
  interface Sleeper {
    /** Waits; false if it was woken because the client is closed. */
    boolean sleep(Duration wait) throws InterruptedException;
  }

  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final DoubleSupplier random;

  /**
   * @param random gives numbers from 0 to 1
   */
  RetryInterceptor(RetryPolicy policy, Sleeper sleeper, DoubleSupplier random) {
    this.policy = policy;
    this.sleeper = sleeper;
    this.random = random;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    RetryPolicy used = request.retryPolicy().orElse(policy);
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt > used.retries();
      int retry = attempt;
      Duration wait;
      try {
        ApiResponse response = next.send(request.withAttempt(attempt));
        if (last || !mayRepeat(request, response.statusCode())) {
          return response;
        }
        wait = RetryAfter.of(response)
            .map(asked -> shorter(asked, used.longestRetryAfter()))
            .orElseGet(() -> randomWait(used, retry));
      } catch (XrayTransportException e) {
        if (last || !mayRepeat(request, e)) {
          throw e.afterAttempts(attempt);
        }
        wait = randomWait(used, attempt);
      }
      pause(request, wait, attempt);
    }
  }

  private static boolean mayRepeat(ApiRequest request, int status) {
    return status == 429 || request.readOnly() && (status == 502 || status == 503 || status == 504);
  }

  private static boolean mayRepeat(ApiRequest request, XrayTransportException e) {
    return e.repeatable() && (request.readOnly() || !e.requestSent());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private Duration randomWait(RetryPolicy used, int retry) {
    return Duration.ofNanos((long) (used.bound(retry).toNanos() * random.getAsDouble()));
  }

  private void pause(ApiRequest request, Duration wait, int attempts) {
    try {
      if (!sleeper.sleep(wait)) {
        throw ended(request, "the client was closed before the next attempt", attempts, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended(request, "interrupted before the next attempt", attempts, e);
    }
  }

  private static XrayTransportException ended(
      ApiRequest request, String problem, int attempts, @Nullable Exception cause) {
    return new XrayTransportException(
            new XrayTransportException.Failure(request.method(), request.uri(), problem, cause))
        .afterAttempts(attempts);
  }
}
