package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * Finds lines that were wrapped between words and kept the blank before the next word, as {@code
 * fold -s} does. A line goes on in the next one if it ends with a single blank, and the first word
 * of the next line would have made it wider than all lines around it.
 */
final class WrappedLines {
  private static final int NEAR = 12; // the number of lines that are compared on either side
  private static final int NARROWEST = 60; // of the widest line
  private static final int WIDEST = 400;
  private static final int START = 6; // the length of the starts by which records are recognized

  private final LogLines lines;
  private final String text;

  WrappedLines(LogLines lines) {
    this.lines = lines;
    this.text = lines.text();
  }

  /** Whether the next line continues this one behind the blank at its end. */
  boolean goesOn(int line) {
    int next = line + 1;
    if (next >= lines.count() || lines.hasPrefix(line) != lines.hasPrefix(next)) {
      return false;
    }
    int start = lines.content(line);
    int end = lines.end(line);
    int nextStart = lines.content(next);
    boolean isKept = end - start > 2
        && text.charAt(end - 1) == ' '
        && text.charAt(end - 2) != ' '
        && nextStart < lines.end(next)
        && text.charAt(nextStart) != ' ';
    return isKept
        && !lines.hasLabel(next)
        && !text.regionMatches(start, text, nextStart, START)
        && isFull(line, endOfWord(next) - nextStart);
  }

  /** Whether this line has no room for a word of this length. */
  private boolean isFull(int line, int word) {
    int widest = 0;
    int last = Math.min(lines.count() - 1, line + NEAR);
    for (int other = Math.max(0, line - NEAR); other <= last; other++) {
      widest = Math.max(widest, width(other));
    }
    return widest >= NARROWEST && widest <= WIDEST && width(line) + word > widest;
  }

  private int width(int line) {
    return lines.end(line) - lines.content(line);
  }

  private int endOfWord(int line) {
    int at = lines.content(line);
    int end = Math.min(lines.end(line), at + WIDEST);
    while (at < end && text.charAt(at) != ' ') {
      at++;
    }
    return at;
  }
}
