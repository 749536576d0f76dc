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
import java.util.Objects;

/** The time between two moments, both included. Immutable. */
final class AuditSpan {
  /** The longest span that servers accept in one request. */
  static final Duration WIDEST = Duration.ofDays(7);

  /**
   * The span of one request when a longer span is read in parts; shorter than what servers accept,
   * since they may round.
   */
  private static final Duration WINDOW = Duration.ofDays(6);

  /**
   * By how much two parts overlap: events have whole seconds, and a server may leave out those at a
   * bound.
   */
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

  /**
   * Checks a bound of a span: the wire format must be able to hold it, and the number of parts must
   * be limited.
   */
  static Instant bound(String name, Instant time) {
    if (Objects.requireNonNull(time, "time").isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          name + " must be between the years 1970 and 9999, but was " + time);
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

  /** The time that belongs both to this span and to another one, which touches or overlaps it. */
  AuditSpan overlap(AuditSpan other) {
    return new AuditSpan(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /**
   * The parts in which the span is read, each overlapping the one before it; the oldest or the
   * newest first.
   */
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
