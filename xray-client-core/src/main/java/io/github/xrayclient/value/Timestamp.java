package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point in time, kept as the text that the server sent and read only when asked for. Equal texts
 * are equal timestamps. Ordered by time, and times that are the same by their text; texts that are no
 * time come first.
 */
public final class Timestamp extends WireValue implements Comparable<Timestamp> {
  private static final long serialVersionUID = 1L;

  private static final Pattern EPOCH_MILLISECONDS = Pattern.compile("-?\\d{1,18}");
  private static final DateTimeFormatter WITH_OR_WITHOUT_COLON = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
      .optionalStart()
      .appendOffset("+HH:MM", "Z")
      .optionalEnd()
      .optionalStart()
      .appendOffset("+HHMM", "Z")
      .optionalEnd()
      .toFormatter()
      .withResolverStyle(ResolverStyle.STRICT);

  private static final Comparator<Timestamp> ORDER = Comparator.comparing(
          (Timestamp timestamp) -> timestamp.toInstant().orElse(Instant.MIN))
      .thenComparing(WireValue::wire);

  private Timestamp(String wire) {
    super(wire);
  }

  /** Any text: what it says is only looked at by {@link #toInstant()}. */
  @JsonCreator
  public static Timestamp of(String wire) {
    return new Timestamp(wire);
  }

  /** This time in UTC, such as {@code 2026-01-31T12:00:00Z}. */
  public static Timestamp of(Instant time) {
    return new Timestamp(time.toString());
  }

  /** A time in milliseconds since 1970, which some answers hold as a number. */
  @JsonCreator
  public static Timestamp of(long epochMilliseconds) {
    return new Timestamp(Long.toString(epochMilliseconds));
  }

  /**
   * The time with the offset that the server wrote, UTC for milliseconds. Empty for the text {@code
   * ""}, for the year 1 that stands for "never", and for text that is no time.
   */
  public Optional<OffsetDateTime> toOffsetDateTime() {
    if (EPOCH_MILLISECONDS.matcher(wire()).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(wire())).atOffset(ZoneOffset.UTC));
    }
    try {
      return Optional.of(OffsetDateTime.parse(wire(), WITH_OR_WITHOUT_COLON))
          .filter(time -> time.getYear() > 1);
    } catch (DateTimeParseException notATime) {
      return Optional.empty(); // a text is kept whatever it says; see the contract above
    }
  }

  /** Like {@link #toOffsetDateTime()}, but without the offset. */
  public Optional<Instant> toInstant() {
    return toOffsetDateTime().map(OffsetDateTime::toInstant);
  }

  /** Consistent with {@code equals}: two texts for the same time are neither equal nor in one place. */
  @Override
  public int compareTo(Timestamp other) {
    return ORDER.compare(this, other);
  }
}
