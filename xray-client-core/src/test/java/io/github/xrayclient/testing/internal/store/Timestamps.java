package io.github.xrayclient.testing.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The two formats of times that servers use. */
public final class Timestamps {
  private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
      .withZone(ZoneOffset.ofHours(2));
  private static final DateTimeFormatter WITH_MILLIS = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** Returns a time in the format of Curation, such as {@code 2025-03-12T16:26:10+02:00}. */
  public static String withOffset(Instant instant) {
    return WITH_OFFSET.format(instant);
  }

  /** Returns a time in the format of policies, such as {@code 2025-04-17T09:08:14.507Z}. */
  public static String withMillis(Instant instant) {
    return WITH_MILLIS.format(instant);
  }

  /**
   * Reads a time, which may also be the milliseconds since 1970; empty if the text is not a time,
   * since seeded objects are not checked.
   */
  public static Optional<Instant> parse(String text) {
    if (text.matches("[0-9]{1,15}")) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
