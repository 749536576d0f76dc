package io.github.xrayclient.testing.internal.audit;

import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import java.time.Duration;
import java.time.Instant;

/** The time between two bounds, which is at most seven days. Both bounds are included. */
public final class AuditWindow {
  private static final Duration WIDEST = Duration.ofDays(7);

  private final Instant start;
  private final Instant end;

  private AuditWindow(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  /**
   * Returns the requested window. The default of each bound depends on the current time, not on the
   * other bound.
   */
  public static AuditWindow read(QueryReader query, Instant now) {
    Instant start = time(query, "created_at_start", now.minus(WIDEST));
    Instant end = time(query, "created_at_end", now);
    if (Duration.between(start, end).compareTo(WIDEST) > 0) {
      throw Refusal.error(400, "Maximum allowed duration is 168 hours");
    }
    return new AuditWindow(start, end);
  }

  public boolean contains(Instant time) {
    return !time.isBefore(start) && !time.isAfter(end);
  }

  private static Instant time(QueryReader query, String parameter, Instant otherwise) {
    return query
        .text(parameter)
        .map(text -> Timestamps.parse(text)
            .orElseThrow(() -> Refusal.error(400, parameter + " must be a time, but was " + text)))
        .orElse(otherwise);
  }
}
