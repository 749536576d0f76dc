package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Failure;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats requests that may be repeated, as {@link RetryPolicy} describes, within the time limit of
 * the whole call.
 */
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
    Attempts attempts = new Attempts(request, next);
    Optional<Duration> limit = request.totalTimeout();
    return limit.isPresent() ? within(limit.get(), attempts) : attempts.send();
  }

  private static ApiResponse within(Duration limit, Attempts attempts) {
    TimeLimit timer = new TimeLimit(limit);
    try {
      return attempts.send();
    } catch (RuntimeException e) {
      throw timer.end() ? attempts.tooLong(limit, e) : e;
    } finally {
      timer.end();
    }
  }

  /** The attempts of one call. */
  private final class Attempts {
    private final ApiRequest request;
    private final Transport next;
    private final RetryPolicy used;
    private int attempt = 1;

    Attempts(ApiRequest request, Transport next) {
      this.request = request;
      this.next = next;
      this.used = request.retryPolicy().orElse(policy);
    }

    ApiResponse send() {
      for (; ; attempt++) {
        boolean last = attempt > used.retries();
        Duration wait;
        try {
          ApiResponse response = next.send(request.withAttempt(attempt));
          if (last || !mayRepeat(request, response.statusCode())) {
            return response;
          }
          wait = RetryAfter.of(response)
              .map(asked -> shorter(asked, used.longestRetryAfter()))
              .orElseGet(() -> randomWait(used, attempt));
        } catch (XrayTransportException e) {
          if (last || !mayRepeat(request, e)) {
            throw e.afterAttempts(attempt);
          }
          wait = randomWait(used, attempt);
        }
        waitBeforeRetry(wait);
      }
    }

    private void waitBeforeRetry(Duration wait) {
      try {
        if (!sleeper.sleep(wait)) {
          throw ended("the client was closed before the next attempt", null);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ended("interrupted before the next attempt", e);
      }
    }

    /**
     * The end of a call between two attempts. A write is repeated only if the server certainly did
     * not act on it, so at this point it counts as not sent.
     */
    private XrayTransportException ended(String problem, @Nullable Exception cause) {
      Failure failure = new Failure(request.method(), request.uri(), problem, cause);
      return new XrayTransportException(request.readOnly() ? failure : failure.notSent())
          .afterAttempts(attempt);
    }

    private XrayTransportException tooLong(Duration limit, RuntimeException e) {
      Failure failure = new Failure(
          request.method(),
          request.uri(),
          "not complete within " + limit.toMillis() + " ms, the limit of the whole call",
          e);
      boolean sent =
          !(e instanceof XrayTransportException) || ((XrayTransportException) e).requestSent();
      return XrayTimeoutException.ofWholeCall(sent ? failure : failure.notSent())
          .afterAttempts(attempt);
    }
  }

  private static boolean mayRepeat(ApiRequest request, int status) {
    return status == 429
        || (request.readOnly() && (status == 502 || status == 503 || status == 504));
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
}
