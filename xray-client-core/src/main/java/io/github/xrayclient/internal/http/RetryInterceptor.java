package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.error.ErrorAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Repeats requests as the {@link RetryPolicy} allows, within the time limit of the whole call. */
final class RetryInterceptor implements Interceptor {
  /** Waits between two attempts. */
  interface Sleeper {
    /** Waits for this time; returns false if the client was closed meanwhile. */
    boolean sleep(Duration wait) throws InterruptedException;
  }

  /** Is told, before the wait, that an attempt will be repeated. */
  interface Observer {
    void repeatsAfterAnswer(
        ApiRequest attempt, Instant startedAt, ApiResponse answer, Duration wait);

    void repeatsAfterFailure(
        ApiRequest attempt, Instant startedAt, XrayTransportException failure, Duration wait);
  }

  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final Observer observer;

  /**
   * @param random returns numbers from 0 to 1
   */
  RetryInterceptor(RetryPolicy policy, Sleeper sleeper, DoubleSupplier random, Observer observer) {
    this.policy = policy;
    this.sleeper = sleeper;
    this.random = random;
    this.observer = observer;
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
        ApiRequest sent = request.withAttempt(attempt);
        Instant startedAt = Instant.now();
        Duration wait;
        try {
          ApiResponse response = next.send(sent);
          if (last || !mayRepeat(request, response.statusCode())) {
            return response;
          }
          wait = RetryAfter.of(response)
              .map(asked -> shorter(asked, used.longestRetryAfter()))
              .orElseGet(() -> randomWait(used, attempt));
          observer.repeatsAfterAnswer(sent, startedAt, response, wait);
        } catch (XrayTransportException e) {
          if (last || !mayRepeat(request, e)) {
            throw ErrorAccess.get().afterAttempts(e, attempt);
          }
          wait = randomWait(used, attempt);
          observer.repeatsAfterFailure(sent, startedAt, e, wait);
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
        throw ended("the thread was interrupted before the next attempt", e);
      }
    }

    /**
     * Creates the exception of a call that ends between two attempts. A write is repeated only if
     * the server certainly did not process it, so the write counts as not sent.
     */
    private XrayTransportException ended(String problem, @Nullable Exception cause) {
      Kind kind = request.isReadOnly() ? Kind.NO_ANSWER : Kind.NOT_SENT;
      return ErrorAccess.get()
          .afterAttempts(
              new XrayTransportException(kind, request.method(), request.uri(), problem, cause),
              attempt);
    }

    private XrayTransportException tooLong(Duration limit, RuntimeException e) {
      boolean sent =
          !(e instanceof XrayTransportException) || ((XrayTransportException) e).isRequestSent();
      XrayTimeoutException timeout = new XrayTimeoutException(
          sent ? Kind.TIMEOUT : Kind.NOT_SENT,
          request.method(),
          request.uri(),
          "the call was not complete after " + limit.toMillis() + " ms",
          e);
      ErrorAccess access = ErrorAccess.get();
      return access.afterAttempts(access.ofWholeCall(timeout), attempt);
    }
  }

  private static boolean mayRepeat(ApiRequest request, int status) {
    return status == 429
        || (request.isReadOnly() && (status == 502 || status == 503 || status == 504));
  }

  private static boolean mayRepeat(ApiRequest request, XrayTransportException e) {
    return e.isRepeatable() && (request.isReadOnly() || !e.isRequestSent());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private Duration randomWait(RetryPolicy used, int retry) {
    int doublings = Math.min(retry - 1, 30);
    Duration bound = shorter(used.firstWait().multipliedBy(1L << doublings), used.longestWait());
    return Duration.ofNanos((long) (bound.toNanos() * random.getAsDouble()));
  }
}
