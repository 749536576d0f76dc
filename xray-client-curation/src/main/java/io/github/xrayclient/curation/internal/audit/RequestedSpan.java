package io.github.xrayclient.curation.internal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The span of time that a query requests. Its end may be the moment when the query is read.
 * Immutable.
 */
final class RequestedSpan {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Duration width;
  private final @Nullable Instant from;
  private final @Nullable Instant until;

  private RequestedSpan(Duration width, @Nullable Instant from, @Nullable Instant until) {
    this.width = width;
    this.from = from;
    this.until = until;
  }

  /** The last 7 days. */
  static RequestedSpan usual() {
    return new RequestedSpan(USUAL, null, null);
  }

  /** Returns the span of this length that ends with this span. */
  RequestedSpan last(String argument, Duration duration) {
    Objects.requireNonNull(duration, argument);
    if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          argument + " must be positive and at most 100 years, but was " + duration);
    }
    return new RequestedSpan(duration, null, until);
  }

  /** Returns a fixed span. */
  static RequestedSpan of(AuditSpan span) {
    return new RequestedSpan(span.width(), span.from(), span.to());
  }

  RequestedSpan from(Instant time) {
    return checked(AuditSpan.bound("createdFrom", time), until);
  }

  RequestedSpan until(Instant time) {
    return checked(from, AuditSpan.bound("createdUntil", time));
  }

  private RequestedSpan checked(@Nullable Instant begin, @Nullable Instant end) {
    if (begin != null && end != null && end.isBefore(begin)) {
      throw new IllegalArgumentException(
          "createdUntil must not be before createdFrom, but createdUntil was " + end
              + " and createdFrom was " + begin);
    }
    return new RequestedSpan(width, begin, end);
  }

  /** The span at this moment. */
  AuditSpan now() {
    Instant end = until == null ? Instant.now() : until;
    Instant begin = from == null ? end.minus(width) : from;
    return new AuditSpan(begin.isAfter(end) ? end : begin, end);
  }
}
