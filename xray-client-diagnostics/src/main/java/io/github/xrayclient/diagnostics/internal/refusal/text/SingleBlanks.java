package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * Copies a text with one character in place of each run of blanks and control characters. The
 * characters are copied some at a time, because an array of all of them would need twice the memory
 * of a text in Latin-1. Not thread-safe.
 */
final class SingleBlanks {
  private static final int MOST = 4_096;

  private final String text;
  private final StringBuilder copy;
  private final OffsetMap shifts = new OffsetMap();
  private int blanks; // that were read and not copied yet
  private boolean lineEnd; // whether one of these ends a line

  private SingleBlanks(String text) {
    this.text = text;
    this.copy = new StringBuilder(text.length());
  }

  static SingleBlanks in(String text) {
    SingleBlanks result = new SingleBlanks(text);
    char[] some = new char[Math.min(MOST, text.length()) + 1]; // one more for a blank before them
    for (int from = 0; from < text.length(); from += some.length - 1) {
      result.copy(from, some);
    }
    return result;
  }

  private void copy(int from, char[] some) {
    int count = Math.min(some.length - 1, text.length() - from);
    text.getChars(from, from + count, some, 1);
    int copied = 0;
    for (int at = 1; at <= count; at++) {
      char c = some[at];
      if (isBlank(c)) {
        blanks++;
        lineEnd |= c == '\n' || c == '\r' || c == '\u2028';
        continue;
      }
      if (blanks > 0) {
        some[copied++] = lineEnd ? '\n' : ' ';
        if (blanks > 1) {
          shifts.add(copy.length() + copied, from + at - 1);
        }
        blanks = 0;
        lineEnd = false;
      }
      some[copied++] = c;
    }
    copy.append(some, 0, copied);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || (c >= '\u007f'
            && (Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)));
  }

  /** The copy; blanks at the end of the text are left out. */
  String copy() {
    return copy.toString();
  }

  /** The positions in the text of those in the copy. */
  OffsetMap shifts() {
    return shifts;
  }
}
