package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point in time. It keeps the text or number that the server sent, and parses it only when the
 * time is asked for. Two timestamps are equal if their texts are equal. They are ordered by time,
 * and by text if the times are equal; texts that are not a time come first.
 */
@JsonSerialize(using = Timestamp.Writer.class)
public final class Timestamp extends WireValue implements Comparable<Timestamp> {
  private static final long serialVersionUID = 1L;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final long LARGEST_SECONDS = 9_999_999_999L; // in the year 2286
  private static final long YEAR_1 = -62_135_596_800L; // in seconds, although it has 11 digits
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

  private final boolean number; // it was received as a number, and is written as one

  private Timestamp(String wire, boolean number) {
    super(wire);
    this.number = number;
  }

  /**
   * Returns a timestamp with this text. Any text is accepted; {@link #toInstant()} is empty if the
   * text is not a time.
   */
  @JsonCreator
  public static Timestamp of(String wire) {
    return new Timestamp(wire, false);
  }

  /** Returns a timestamp of this time in UTC, such as {@code 2026-01-31T12:00:00Z}. */
  public static Timestamp of(Instant time) {
    return new Timestamp(Objects.requireNonNull(time, "time").toString(), false);
  }

  /**
   * Returns a timestamp of a number, which some servers send instead of a text: the seconds since
   * 1970 if it has at most 10 digits, and otherwise the milliseconds. 0 and the beginning of the
   * year 1, which servers use for "never", are not a time.
   */
  @JsonCreator
  public static Timestamp of(long sinceEpoch) {
    return new Timestamp(Long.toString(sinceEpoch), true);
  }

  /**
   * The time with the offset that the server wrote, or with the offset of UTC if it sent a number.
   * Empty if the text is empty or is not a time, and if it {@linkplain #isNever() means "never"}.
   */
  public Optional<OffsetDateTime> toOffsetDateTime() {
    return parsed().filter(time -> time.getYear() > 1);
  }

  /**
   * Whether the text is one by which servers say that something never happened or never will: a
   * blank text, the year 1, or the number 0. False for other texts that are not a time.
   */
  public boolean isNever() {
    return wire().isBlank() || parsed().filter(time -> time.getYear() <= 1).isPresent();
  }

  private Optional<OffsetDateTime> parsed() {
    if (NUMBER.matcher(wire()).matches()) {
      return Optional.of(ofNumber(Long.parseLong(wire())).atOffset(ZoneOffset.UTC));
    }
    try {
      return Optional.of(OffsetDateTime.parse(wire(), WITH_OR_WITHOUT_COLON));
    } catch (DateTimeParseException notATime) {
      return Optional.empty(); // as the contract of this class states
    }
  }

  private static Instant ofNumber(long number) {
    if (number == 0 || number == YEAR_1) {
      return Instant.ofEpochSecond(YEAR_1);
    }
    return Math.abs(number) > LARGEST_SECONDS
        ? Instant.ofEpochMilli(number)
        : Instant.ofEpochSecond(number);
  }

  /** The time without an offset. Empty if {@link #toOffsetDateTime()} is empty. */
  public Optional<Instant> toInstant() {
    return toOffsetDateTime().map(OffsetDateTime::toInstant);
  }

  /**
   * Compares by time, and then by text. Consistent with {@code equals}: two texts of one time are
   * not equal.
   */
  @Override
  public int compareTo(Timestamp other) {
    return ORDER.compare(this, Objects.requireNonNull(other, "other"));
  }

  /** Writes a text, or a number if the server sent one. */
  static final class Writer extends StdSerializer<Timestamp> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Timestamp.class);
    }

    @Override
    public void serialize(Timestamp time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (time.number) {
        json.writeNumber(Long.parseLong(time.wire()));
      } else {
        json.writeString(time.wire());
      }
    }
  }
}
