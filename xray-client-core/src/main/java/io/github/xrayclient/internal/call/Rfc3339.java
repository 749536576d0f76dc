package io.github.xrayclient.internal.call;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;

/** Formats times for requests in UTC, with the fraction of a second if there is one. */
public final class Rfc3339 {
  private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
      .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
      .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
      .appendPattern("xxx")
      .toFormatter(Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Rfc3339() {}

  /** Returns the time as text, in UTC. The message for null names the argument {@code time}. */
  public static String text(Instant time) {
    return FORMAT.format(Objects.requireNonNull(time, "time"));
  }
}
