package io.github.xrayclient.testing.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The two spellings of time on the wire. */
public final class Timestamps {
  private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
      .withZone(ZoneOffset.ofHours(2));
  private static final DateTimeFormatter WITH_MILLIS = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** As in {@code 2025-03-12T16:26:10+02:00}, the spelling of Curation. */
  public static String withOffset(Instant instant) {
    return WITH_OFFSET.format(instant);
  }

  /** As in {@code 2025-04-17T09:08:14.507Z}, the spelling of policies. */
  public static String withMillis(Instant instant) {
    return WITH_MILLIS.format(instant);
  }

  /** Empty for a text that is no time; what is seeded is kept whatever it says. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
