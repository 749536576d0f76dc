package io.github.xrayclient.internal.secret;

/**
 * Makes invisible characters visible. Control characters, line ends, invisible characters,
 * characters that change the direction of text, and halves of surrogate pairs are written as Java
 * escapes: {@code \n}, {@code \u202e}. In JSON this does not change any value.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Returns the text on one line. */
  public static String oneLine(String text) {
    return shown(text, false);
  }

  /** Returns the text with its line feeds; a carriage return before a line feed is removed. */
  public static String lines(String text) {
    return shown(text.replace("\r\n", "\n"), true);
  }

  private static String shown(String text, boolean keepLines) {
    StringBuilder shown = null;
    int width;
    for (int at = 0; at < text.length(); at += width) {
      int c = text.codePointAt(at);
      width = Character.charCount(c);
      if (isHidden(c) && !(keepLines && c == '\n')) {
        shown = shown == null ? new StringBuilder(text.length() + 16).append(text, 0, at) : shown;
        escape(c, shown);
      } else if (shown != null) {
        shown.appendCodePoint(c);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private static boolean isHidden(int c) {
    if (c < 0x7f) {
      return c < ' ';
    }
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
        return true;
      default:
        return isInvisibleLetterOrMark(c);
    }
  }

  /**
   * Whether Unicode allows the character to be ignored in display although it is not a format
   * character.
   */
  private static boolean isInvisibleLetterOrMark(int c) {
    return c == 0x034f // combining grapheme joiner
        || c == 0x115f
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0 // fillers of Hangul
        || c == 0x17b4
        || c == 0x17b5 // inherent vowels of Khmer
        || (c >= 0x180b && c <= 0x180f) // variation selectors of Mongolian
        || (c >= 0xfe00 && c <= 0xfe0f) // variation selectors
        || (c >= 0xfff0 && c <= 0xfff8)
        || (c >= 0xe0000 && c <= 0xe0fff); // tags and more variation selectors
  }

  private static void escape(int c, StringBuilder to) {
    int usual = "\n\r\t".indexOf(c);
    if (usual >= 0) {
      to.append('\\').append("nrt".charAt(usual));
      return;
    }
    for (char unit : Character.toChars(c)) {
      to.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        to.append(Character.forDigit(unit >> shift & 15, 16));
      }
    }
  }
}
