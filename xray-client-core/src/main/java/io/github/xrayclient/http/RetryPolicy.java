package io.github.xrayclient.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a request is repeated after a failure, and how long the client waits before that.
 * Immutable and thread-safe.
 *
 * <p>Reads are repeated after the statuses 429, 502, 503 and 504, and after a broken connection.
 * Writes are repeated only if the server certainly did not process the request: after the status
 * 429, and if no connection could be opened. The status 500 is never a reason to repeat a request.
 *
 * <p>If the outcome of a service's PUT or DELETE is unknown, the library reads the object. If it is
 * unchanged, the write is sent again at once, at most 3 times, and not more often than this policy
 * has retries. Each of these requests may itself be repeated as described above. A write is not
 * sent again if it reached the time limit of its whole call, or if the caller's own code threw the
 * exception.
 *
 * <p>Before a retry, the client waits for a random time between 0 and a bound. The bound doubles
 * with each retry. If the server sends a {@code Retry-After} header, the client waits for that time
 * instead.
 */
public final class RetryPolicy {
  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final int retries;
  private final Duration firstWait;
  private final Duration longestWait;
  private final Duration longestRetryAfter;

  private RetryPolicy(
      int retries, Duration firstWait, Duration longestWait, Duration longestRetryAfter) {
    this.retries = retries;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
    this.longestRetryAfter = longestRetryAfter;
  }

  /**
   * Returns the default: 3 retries, random waits of up to 250 ms, 500 ms, 1 s and so on, but at
   * most 10 s, and a {@code Retry-After} of at most 60 s.
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a policy without retries: each request is sent once. Only a request that is answered
   * with 401 is sent a second time, if there is a newer access token.
   */
  public static RetryPolicy none() {
    return DEFAULTS.retries(0);
  }

  /**
   * Returns a copy with another number of retries.
   *
   * @param count the retries after the first attempt, from 0 to 100
   * @throws IllegalArgumentException if the number is negative or more than 100
   */
  public RetryPolicy retries(int count) {
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException("retries must be between 0 and 100, but was " + count);
    }
    return new RetryPolicy(count, firstWait, longestWait, longestRetryAfter);
  }

  /**
   * Returns a copy with other bounds of the random waits.
   *
   * @param first the bound before the first retry; it doubles with each further retry
   * @param longest the largest bound
   * @throws IllegalArgumentException if a bound is negative, or {@code longest} is less than {@code
   *     first}
   */
  public RetryPolicy waits(Duration first, Duration longest) {
    Objects.requireNonNull(longest, "longest");
    if (Objects.requireNonNull(first, "first").isNegative()) {
      throw new IllegalArgumentException("first must not be negative, but was " + first);
    }
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "longest must not be less than first, which is " + first + ", but was " + longest);
    }
    return new RetryPolicy(retries, first, longest, longestRetryAfter);
  }

  /**
   * Returns a copy with another limit for the {@code Retry-After} header. If the server asks for a
   * longer wait, the client waits for this time only.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  public RetryPolicy longestRetryAfter(Duration longest) {
    if (Objects.requireNonNull(longest, "longest").isNegative()) {
      throw new IllegalArgumentException(
          "longestRetryAfter must not be negative, but was " + longest);
    }
    return new RetryPolicy(retries, firstWait, longestWait, longest);
  }

  /** The number of retries after the first attempt. */
  public int retries() {
    return retries;
  }

  /** The bound of the random wait before the first retry. It doubles with each further retry. */
  public Duration firstWait() {
    return firstWait;
  }

  /** The largest bound of a random wait. */
  public Duration longestWait() {
    return longestWait;
  }

  /** The longest time that the client waits because of a {@code Retry-After} header. */
  public Duration longestRetryAfter() {
    return longestRetryAfter;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RetryPolicy)) {
      return false;
    }
    RetryPolicy policy = (RetryPolicy) other;
    return retries == policy.retries
        && firstWait.equals(policy.firstWait)
        && longestWait.equals(policy.longestWait)
        && longestRetryAfter.equals(policy.longestRetryAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(retries, firstWait, longestWait, longestRetryAfter);
  }

  @Override
  public String toString() {
    return "RetryPolicy{retries=" + retries
        + ", firstWait=" + firstWait
        + ", longestWait=" + longestWait
        + ", longestRetryAfter=" + longestRetryAfter + "}";
  }
}
