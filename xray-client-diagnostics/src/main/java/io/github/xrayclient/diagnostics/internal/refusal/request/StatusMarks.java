package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordMarks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places in a log at which a status may stand, found from left to right. Not thread-safe. */
final class StatusMarks {
  /** A number or word without which no line shows the status of a refusal. */
  private static final List<String> REFUSALS = List.of(
      "403",
      "401",
      "407",
      "orbidden",
      "nauthori",
      "ORBIDDEN",
      "NAUTHORI",
      "enied",
      "ENIED",
      "redentials for",
      "nsufficient permissions",
      "uthentication is required for",
      "uthentication required for",
      "ad username or password for",
      "ould not be authenticated for",
      "uthentication failed for");

  private static final List<String> MARKS = Stream.concat(
          REFUSALS.stream(), Stream.of("200", "206", "304"))
      .collect(Collectors.toUnmodifiableList());

  private static final int DIGITS = 3; // of a status

  private final String log;
  private final WordMarks marks;

  StatusMarks(String log) {
    this.log = log;
    this.marks = new WordMarks(log, MARKS);
  }

  /** Whether a line may show the status of a refusal. */
  static boolean mayRefuse(String line) {
    return REFUSALS.stream().anyMatch(line::contains);
  }

  /** The first place that is not before a position, or {@link WordMarks#NONE}. Positions never decrease. */
  int from(int position) {
    int at = marks.from(position);
    while (at != WordMarks.NONE && isOtherNumber(at)) {
      at = marks.from(at + 1);
    }
    return at;
  }

  /** Whether the digits here are a part of a longer number or a name, or an amount of bytes. */
  private boolean isOtherNumber(int at) {
    if (!Character.isDigit(log.charAt(at))) {
      return false;
    }
    int end = at + DIGITS;
    char after = end < log.length() ? log.charAt(end) : ' ';
    char unit = end + 1 < log.length() && after == ' ' ? log.charAt(end + 1) : ' ';
    return (at > 0 && isDigitOrPoint(log.charAt(at - 1)))
        || Character.isLetterOrDigit(after)
        || "kKM".indexOf(unit) >= 0;
  }

  private static boolean isDigitOrPoint(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }
}
