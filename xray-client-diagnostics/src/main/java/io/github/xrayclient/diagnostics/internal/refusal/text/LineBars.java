package io.github.xrayclient.diagnostics.internal.refusal.text;

/** Recognizes the lines of a box or a tree that a tool draws around its text. */
final class LineBars {
  private LineBars() {}

  static boolean isBar(char c) {
    return c >= '\u2500' && c <= '\u259f';
  }

  /**
   * The position behind the bar at the start of a line and one blank; the position itself if the
   * line has no bar, consists of nothing else, or is a row of a table.
   */
  static int endOfLeading(String text, int from, int to) {
    int at = endOfBlanks(text, from, to);
    if (at == to || !isBar(text.charAt(at))) {
      return from;
    }
    int first = at;
    while (at < to && isBar(text.charAt(at))) {
      at++;
    }
    boolean isRule = at - first > 3;
    if (isRule || isRow(text, at, to)) {
      return from;
    }
    if (at < to && ">\u25b6\u2192".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < to && text.charAt(at) == ' ' ? at + 1 : at;
  }

  /** The end of the line before the bar at its end, and before the blanks there. */
  static int startOfTrailing(String text, int from, int to) {
    int at = startOfBlanks(text, from, to);
    if (at == from || !isBar(text.charAt(at - 1))) {
      return to;
    }
    return startOfBlanks(text, from, at - 1);
  }

  /** The end of the line before an ASCII bar at its end, if there is no other bar in the line. */
  static int startOfPanelEnd(String text, int from, int to) {
    int bar = startOfBlanks(text, from, to) - 1;
    if (bar <= from || text.charAt(bar) != '|' || text.charAt(bar - 1) != ' ') {
      return to;
    }
    for (int at = from; at < bar; at++) {
      if (text.charAt(at) == '|') {
        return to;
      }
    }
    return startOfBlanks(text, from, bar);
  }

  /** Whether there is a bar inside the line, as between the columns of a table. */
  private static boolean isRow(String text, int from, int to) {
    int end = startOfTrailing(text, from, to);
    int start = from; // behind further bars of a tree
    while (start < end && (text.charAt(start) == ' ' || isBar(text.charAt(start)))) {
      start++;
    }
    for (int at = start; at < end; at++) {
      if (isBar(text.charAt(at)) && text.charAt(at) != '\u2500') {
        return true;
      }
    }
    return false;
  }

  static int endOfBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static int startOfBlanks(String text, int from, int to) {
    int at = to;
    while (at > from && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }
}
