package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * A line of a text, or the part of a very long line around a position. A line break that a string
 * of JSON writes as {@code \n} ends a line, too. Immutable.
 */
public final class LogLine {
  private static final int LONGEST = 4_096;
  private static final int AROUND = LONGEST / 2;

  private final int start;
  private final int end;
  private final String text;
  private final boolean whole;

  private LogLine(String log, int start, int end, boolean whole) {
    this.start = start;
    this.end = end;
    this.text = log.substring(start, end);
    this.whole = whole;
  }

  /** The line with a position that is not the position of a line break. */
  public static LogLine at(String log, int position) {
    return at(log, position, 0);
  }

  /**
   * The line with a position that is not the position of a line break, without what stands before
   * another position.
   */
  public static LogLine at(String log, int position, int lowest) {
    int start = startOf(log, position, Math.max(lowest, position - LONGEST));
    int end = endOf(log, position, position + LONGEST);
    if (end - start <= LONGEST) {
      return new LogLine(log, start, end, true);
    }
    int from = Math.max(start, afterBlank(log, position - AROUND, position));
    return new LogLine(log, from, Math.min(end, position + AROUND), false);
  }

  private static int startOf(String log, int position, int lowest) {
    int at = position;
    while (at > 0 && at > lowest && !isBreak(log, at - 1)) {
      at--;
    }
    return at;
  }

  private static int endOf(String log, int position, int highest) {
    int at = position;
    while (at < log.length() && at < highest && !isBreak(log, at) && !isEscapedBreak(log, at)) {
      at++;
    }
    return at;
  }

  /** Whether a line ends with this character: a line feed or the last one of {@code \n}. */
  private static boolean isBreak(String log, int at) {
    return log.charAt(at) == '\n' || (at > 0 && isEscapedBreak(log, at - 1));
  }

  private static boolean isEscapedBreak(String log, int at) {
    return log.charAt(at) == '\\' && at + 1 < log.length() && log.charAt(at + 1) == 'n';
  }

  private static int afterBlank(String log, int from, int highest) {
    int at = Math.max(0, from);
    while (at < highest && log.charAt(at) != ' ') {
      at++;
    }
    return at;
  }

  /** The position of the line. */
  public int start() {
    return start;
  }

  /** The position after the line. */
  public int end() {
    return end;
  }

  /** The text between the two positions. */
  public String text() {
    return text;
  }

  /** Whether the line begins and ends here; false for a part of a very long line. */
  public boolean isWhole() {
    return whole;
  }
}
