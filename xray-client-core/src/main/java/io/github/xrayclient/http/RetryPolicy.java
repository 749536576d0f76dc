package io.github.xrayclient.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a request is repeated, and how long is waited in between. Reads are repeated on 429,
 * 502, 503, 504 and broken connections; writes only if the server certainly did not act: on 429
 * and when the connection could not be made. Waits are random, up to a bound that doubles.
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

  /** 3 retries; waits of up to 250 ms, 500 ms, 1 s …, 10 s at most; {@code Retry-After} up to 60 s. */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /** Each request is sent once. */
  public static RetryPolicy none() {
    return DEFAULTS.retries(0);
  }

  /** A copy of this policy with another number of retries after the first attempt, 0 to 100. */
  public RetryPolicy retries(int count) {
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException("retries must be 0 to 100, but was " + count);
    }
    return new RetryPolicy(count, firstWait, longestWait, longestRetryAfter);
  }

  /** A copy of this policy with other bounds for the waits. */
  public RetryPolicy waits(Duration first, Duration longest) {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "waits must not be negative and the longest not below the first, but were "
              + first
              + " and "
              + longest);
    }
    return new RetryPolicy(retries, first, longest, longestRetryAfter);
  }

  /** A copy of this policy with another limit for the wait that a server asks for. */
  public RetryPolicy longestRetryAfter(Duration longest) {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("longestRetryAfter must not be negative: " + longest);
    }
    return new RetryPolicy(retries, firstWait, longestWait, longest);
  }

  /** How often a request may be repeated after the first attempt. */
  public int retries() {
    return retries;
  }

  /** The bound of the random wait before the first retry; it doubles with each further one. */
  public Duration firstWait() {
    return firstWait;
  }

  /** The largest bound of a random wait. */
  public Duration longestWait() {
    return longestWait;
  }

  /** The longest wait that a server may ask for by {@code Retry-After}. */
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
