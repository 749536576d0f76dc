package io.github.xrayclient.curation.internal.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The time from one moment to another, both of which belong to it. */
final class AuditSpan {
  /** What a server takes at once. */
  static final Duration WIDEST = Duration.ofDays(7);

  /** Less than that, since a server may round. */
  private static final Duration WINDOW = Duration.ofDays(6);

  /** Events have whole seconds, and a server may leave out those of a bound. */
  private static final Duration OVERLAP = Duration.ofSeconds(1);

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private final Instant from;
  private final Instant to;

  AuditSpan(Instant from, Instant to) {
    this.from = from.truncatedTo(ChronoUnit.MILLIS);
    this.to = to.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A bound that the wire can hold and that does not make windows without end. */
  static Instant bound(String name, Instant time) {
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          name + " must be from 1970 on and before the year 10000, but was " + time);
    }
    return time;
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  String start() {
    return FORMAT.format(from);
  }

  String end() {
    return FORMAT.format(to);
  }

  Duration width() {
    return Duration.between(from, to);
  }

  /** The time that belongs to this span and to another one, which it touches or overlaps. */
  AuditSpan overlap(AuditSpan other) {
    return new AuditSpan(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /** Parts that a server takes, each overlapping the one before it; the oldest or newest first. */
  List<AuditSpan> windows(boolean oldestFirst) {
    List<AuditSpan> windows = new ArrayList<>();
    Instant begin = from;
    while (Duration.between(begin, to).compareTo(WINDOW) > 0) {
      windows.add(new AuditSpan(begin, begin.plus(WINDOW)));
      begin = begin.plus(WINDOW).minus(OVERLAP);
    }
    windows.add(new AuditSpan(begin, to));
    if (!oldestFirst) {
      Collections.reverse(windows);
    }
    return windows;
  }
}
