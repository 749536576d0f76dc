package io.github.xrayclient.testing.internal.audit;

import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import java.time.Duration;
import java.time.Instant;

/** The time between two bounds, both of which belong to it, of at most seven days. */
public final class AuditWindow {
  private static final Duration WIDEST = Duration.ofDays(7);

  private final Instant start;
  private final Instant end;

  private AuditWindow(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  /** The window asked for; a bound that is not given counts from now, not from the other one. */
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
            .orElseThrow(() -> Refusal.error(400, parameter + " must be a time")))
        .orElse(otherwise);
  }
}
