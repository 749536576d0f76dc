package io.github.xrayclient.examples.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes characters that are invisible or would control a terminal, in the form of JSON, such as
 * {@code \}{@code u202e}. Values in JSON stay the same, since JSON reads the escapes back.
 */
public final class Visible {
  private static final String HIDDEN = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}";
  private static final Pattern IN_LINES = Pattern.compile("[" + HIDDEN + "&&[^\n]]");
  private static final Pattern IN_A_LINE = Pattern.compile("[" + HIDDEN + "]");

  private Visible() {}

  /** Escapes all but line feeds. */
  public static String lines(String text) {
    return escaped(IN_LINES, text);
  }

  /** Escapes line feeds as well, so that the text stays on one line. */
  public static String oneLine(String text) {
    return escaped(IN_A_LINE, text);
  }

  private static String escaped(Pattern hidden, String text) {
    return hidden
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(escape(found.group())));
  }

  private static String escape(String character) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < character.length(); i++) {
      escaped.append(String.format("\\u%04x", (int) character.charAt(i)));
    }
    return escaped.toString();
  }
}
