package io.github.xrayclient.curation.internal.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time span that a query asks for, which may end when the query is read. Immutable. */
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

  /** So much time until the end of this span, in place of its beginning. */
  RequestedSpan last(Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time must be positive and at most 100 years, but was " + time);
    }
    return new RequestedSpan(time, null, until);
  }

  /** This span, whenever it is read. */
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
          "createdUntil " + end + " is before createdFrom " + begin + "; swap them");
    }
    return new RequestedSpan(width, begin, end);
  }

  /** The span as it is now. */
  AuditSpan now() {
    Instant end = until == null ? Instant.now() : until;
    Instant begin = from == null ? end.minus(width) : from;
    return new AuditSpan(begin.isAfter(end) ? end : begin, end);
  }
}
