package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Repeats what may be repeated, as {@link RetryPolicy} says. */
final class RetryInterceptor implements Interceptor {
  /** Waits between two attempts. */
  interface Sleeper {
    void sleep(Duration wait) throws InterruptedException;
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
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt > policy.retries();
      Optional<Duration> asked;
      try {
        ApiResponse response = next.send(request);
        if (last || !mayRepeat(request, response.statusCode())) {
          return response;
        }
        asked = RetryAfter.of(response);
      } catch (XrayTransportException e) {
        if (last || !mayRepeat(request, e)) {
          throw e.afterAttempts(attempt);
        }
        asked = Optional.empty();
      }
      pause(request, asked.orElse(randomWait(attempt)), attempt);
    }
  }

  private static boolean mayRepeat(ApiRequest request, int status) {
    return status == 429 || request.readOnly() && (status == 502 || status == 503 || status == 504);
  }

  private static boolean mayRepeat(ApiRequest request, XrayTransportException e) {
    return e.repeatable() && (request.readOnly() || !e.requestSent());
  }

  private Duration randomWait(int retry) {
    return Duration.ofNanos((long) (policy.bound(retry).toNanos() * random.getAsDouble()));
  }

  private void pause(ApiRequest request, Duration wait, int attempts) {
    Duration longest = policy.longestRetryAfter();
    try {
      sleeper.sleep(wait.compareTo(longest) > 0 ? longest : wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new XrayTransportException(new XrayTransportException.Failure(
              request.method(), request.uri(), "interrupted before the next attempt", e))
          .afterAttempts(attempts);
    }
  }
}
