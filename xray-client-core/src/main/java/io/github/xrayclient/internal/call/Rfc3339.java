package io.github.xrayclient.internal.call;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are sent: seconds, and an offset in digits. */
public final class Rfc3339 {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private Rfc3339() {}

  /** The time as text. */
  public static String text(OffsetDateTime time) {
    return FORMAT.format(time);
  }

  /** The moment as text, in UTC. */
  public static String text(Instant time) {
    return text(time.atOffset(ZoneOffset.UTC));
  }
}
