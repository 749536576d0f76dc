package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;

/**
 * A line of a log. A line break that a string of JSON writes as {@code \n} ends a line, too. Of a very long
 * line it is the part around a position. Immutable.
 */
final class LogLine {
  private static final int LONGEST = 4_096;
  private static final int AROUND = LONGEST / 2;

  private final int start;
  private final int end;
  private final String text;
  private final boolean whole;

  private LogLine(int start, int end, String text, boolean whole) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.whole = whole;
  }

  /** The line with a position that is not the position of a line break. */
  static LogLine at(String log, int position) {
    int start = startOf(log, position, position - LONGEST);
    int end = endOf(log, position, position + LONGEST);
    if (end - start <= LONGEST) {
      return new LogLine(start, end, shown(log, start, end), true);
    }
    int from = Math.max(start, afterBlank(log, position - AROUND, position));
    int to = Math.min(end, position + AROUND);
    return new LogLine(from, to, shown(log, from, to), false);
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

  private static String shown(String log, int start, int end) {
    String line = log.substring(start, end);
    if (line.indexOf('\u001b') < 0) {
      return line;
    }
    SearchableText withoutColours = SearchableText.of(line);
    return withoutColours.between(0, withoutColours.length());
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The text of the line without colours. */
  String text() {
    return text;
  }

  /** Whether the line begins and ends here; false for a part of a very long line. */
  boolean isWhole() {
    return whole;
  }

  /** Whether a shell echoed this line as the command that it ran next. */
  boolean isCommand() {
    String line = text.stripLeading();
    return line.startsWith("+ ") || line.startsWith("++ ") || line.startsWith("$ ");
  }
}
