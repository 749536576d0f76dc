package io.github.xrayclient.diagnostics.report;

/**
 * Shows what a reader would not see: control characters, which a terminal would obey, and those
 * that change the direction of text, are invisible or are half of a character are written as Java
 * and JSON escape them.
 */
final class Visible {
  private Visible() {}

  static String text(String text) {
    StringBuilder shown = null;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (isHidden(c)) {
        shown = shown == null ? new StringBuilder(text.substring(0, at)) : shown;
        shown.append(escape(c));
      } else if (shown != null) {
        shown.appendCodePoint(c);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private static boolean isHidden(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
        return true;
      default:
        return false;
    }
  }

  private static String escape(int c) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : Character.toChars(c)) {
      escaped.append(String.format("\\u%04x", (int) unit));
    }
    return escaped.toString();
  }
}
