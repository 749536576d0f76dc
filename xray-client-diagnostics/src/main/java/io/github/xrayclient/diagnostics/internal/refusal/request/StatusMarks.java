package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.List;

/** The places in a log at which a status may stand, found from left to right. Not thread-safe. */
final class StatusMarks {
  /** No further place. */
  static final int NONE = Integer.MAX_VALUE;

  /** A number or word without which no line shows a status. */
  private static final List<String> MARKS = List.of(
      "403",
      "401",
      "407",
      "200",
      "206",
      "304",
      "orbidden",
      "nauthori",
      "ORBIDDEN",
      "NAUTHORI",
      "enied",
      "ENIED",
      "redentials for",
      "uthentication failed for");

  private final String log;
  private final int[] next = new int[MARKS.size()];

  StatusMarks(String log) {
    this.log = log;
  }

  /** The first place that is not before a position, or {@link #NONE}. Positions never decrease. */
  int from(int position) {
    int nearest = Integer.MAX_VALUE;
    for (int index = 0; index < next.length; index++) {
      if (next[index] < position || position == 0) {
        next[index] = mark(MARKS.get(index), position);
      }
      nearest = Math.min(nearest, next[index]);
    }
    return nearest;
  }

  private int mark(String mark, int from) {
    int at = log.indexOf(mark, from);
    while (at >= 0 && isOtherNumber(at, mark.length())) {
      at = log.indexOf(mark, at + 1);
    }
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  /** Whether the digits here are a part of a longer number or a name, or an amount of bytes. */
  private boolean isOtherNumber(int at, int length) {
    if (!Character.isDigit(log.charAt(at))) {
      return false;
    }
    int end = at + length;
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
