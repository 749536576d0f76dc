package io.github.xrayclient.diagnostics.internal.refusal.text;

/** Undoes the backslash escapes of JSON strings in any text. */
final class JsonEscapes {
  private JsonEscapes() {}

  /** Undoes one level of escapes: {@code \\\"} becomes {@code \"}. Other backslashes stay. */
  static String undoOnce(String text) {
    return undo(text, false, new OffsetMap());
  }

  /**
   * Undoes all levels of escapes at once: {@code \\\"} becomes {@code "}. Other backslashes stay.
   *
   * @param shifts records the original positions of the characters
   */
  static String undoAll(String text, OffsetMap shifts) {
    return undo(text, true, shifts);
  }

  private static String undo(String text, boolean allLevels, OffsetMap shifts) {
    int backslash = text.indexOf('\\');
    if (backslash < 0) {
      return text;
    }
    StringBuilder undone = new StringBuilder(text.length());
    int at = 0;
    while (backslash >= 0) {
      undone.append(text, at, backslash);
      int last = allLevels ? lastOfRun(text, backslash) : backslash;
      at = append(text, backslash, last, undone);
      shifts.add(undone.length(), at);
      backslash = text.indexOf('\\', at);
    }
    return undone.append(text, at, text.length()).toString();
  }

  private static int lastOfRun(String text, int backslash) {
    int last = backslash;
    while (last + 1 < text.length() && text.charAt(last + 1) == '\\') {
      last++;
    }
    return last;
  }

  /** Appends what the escape stands for and returns the position after it. */
  private static int append(String text, int first, int last, StringBuilder undone) {
    char next = last + 1 < text.length() ? text.charAt(last + 1) : ' ';
    if (next == 'u') {
      int code = codeUnit(text, last + 2);
      if (code >= 0) {
        undone.append((char) code);
        return last + 6;
      }
    }
    int escape = "\"\\/nrtbf".indexOf(next);
    if (escape >= 0) {
      undone.append("\"\\/\n\r\t\b\f".charAt(escape));
      return last + 2;
    }
    undone.append(text, first, last + 1);
    return last + 1;
  }

  private static int codeUnit(String text, int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    int code = 0;
    for (int at = from; at < from + 4; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
