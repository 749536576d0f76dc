package io.github.xrayclient.internal.secret;

import java.util.Map;

/**
 * Decodes the escapes of JSON, URLs and HTML at once, since texts mix them, such as a URL in HTML
 * in JSON. An escape or a tag that is cut off at the end of the text is removed.
 */
final class EscapeReader {
  private static final int LONGEST_TAG = 64;
  private static final int LONGEST_NAME = 16;
  private static final char[] NOTHING = {};
  private static final Map<String, String> NAMES = Map.ofEntries(
      Map.entry("Tab", "\t"),
      Map.entry("NewLine", "\n"),
      Map.entry("nbsp", " "),
      Map.entry("shy", " "),
      Map.entry("zwj", " "),
      Map.entry("zwnj", " "),
      Map.entry("ZeroWidthSpace", " "),
      Map.entry("excl", "!"),
      Map.entry("quot", "\""),
      Map.entry("num", "#"),
      Map.entry("dollar", "$"),
      Map.entry("percnt", "%"),
      Map.entry("amp", "&"),
      Map.entry("AMP", "&"),
      Map.entry("apos", "'"),
      Map.entry("lpar", "("),
      Map.entry("rpar", ")"),
      Map.entry("ast", "*"),
      Map.entry("midast", "*"),
      Map.entry("plus", "+"),
      Map.entry("comma", ","),
      Map.entry("period", "."),
      Map.entry("sol", "/"),
      Map.entry("colon", ":"),
      Map.entry("semi", ";"),
      Map.entry("lt", "<"),
      Map.entry("LT", "<"),
      Map.entry("equals", "="),
      Map.entry("gt", ">"),
      Map.entry("GT", ">"),
      Map.entry("quest", "?"),
      Map.entry("commat", "@"),
      Map.entry("lsqb", "["),
      Map.entry("lbrack", "["),
      Map.entry("bsol", "\\"),
      Map.entry("rsqb", "]"),
      Map.entry("rbrack", "]"),
      Map.entry("Hat", "^"),
      Map.entry("lowbar", "_"),
      Map.entry("UnderBar", "_"),
      Map.entry("grave", "`"),
      Map.entry("lcub", "{"),
      Map.entry("lbrace", "{"),
      Map.entry("verbar", "|"),
      Map.entry("vert", "|"),
      Map.entry("rcub", "}"),
      Map.entry("rbrace", "}"));

  private final DecodedText text;
  private final int length;
  private char[] value = NOTHING;

  private EscapeReader(DecodedText text) {
    this.text = text;
    this.length = text.length();
  }

  /** Returns the text with one layer of escapes decoded; the same object if there are none. */
  static DecodedText decode(DecodedText text) {
    EscapeReader escapes = new EscapeReader(text);
    DecodedText decoded = null;
    int width;
    for (int i = 0; i < text.length(); i += width) {
      width = escapes.read(i);
      if (width == 0) {
        width = 1;
        if (decoded != null) {
          decoded.add(text.charAt(i), text.from(i), text.to(i));
        }
      } else {
        if (decoded == null) {
          decoded = text.copy(i);
        }
        for (char c : escapes.value) {
          decoded.add(c, text.from(i), text.to(i + width - 1));
        }
      }
    }
    return decoded == null ? text : decoded;
  }

  /** Reads the escape at an index; returns its length, or 0 if there is none. */
  private int read(int at) {
    switch (text.charAt(at)) {
      case '\\':
        return afterBackslash(at);
      case '%':
        return afterPercent(at);
      case '&':
        return afterAmpersand(at);
      case '<':
        return tag(at);
      default:
        return 0;
    }
  }

  private int afterBackslash(int at) {
    if (at + 1 == length || text.isGapBefore(at + 1)) {
      return nothing(1); // in a shell, a backslash continues the line
    }
    char next = text.charAt(at + 1);
    if (next == 'u') {
      return hex(at, at + 2, 4);
    }
    if (next == 'x') {
      return hex(at, at + 2, 2);
    }
    if ("nrtbf0".indexOf(next) >= 0) {
      return nothing(2);
    }
    return Character.isLetterOrDigit(next) ? 0 : is(next, 2);
  }

  private int afterPercent(int at) {
    return at + 1 < length && (text.charAt(at + 1) == 'u' || text.charAt(at + 1) == 'U')
        ? hex(at, at + 2, 4)
        : hex(at, at + 1, 2);
  }

  /** Reads this number of hexadecimal digits, or fewer if the text ends. */
  private int hex(int at, int first, int digits) {
    int code = 0;
    for (int i = first; i < first + digits; i++) {
      if (i == length) {
        return nothing(i - at);
      }
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return 0;
      }
      code = code * 16 + digit;
    }
    return is(code, first + digits - at);
  }

  private int afterAmpersand(int at) {
    if (at + 1 < length && text.charAt(at + 1) == '#') {
      boolean hexadecimal =
          at + 2 < length && (text.charAt(at + 2) == 'x' || text.charAt(at + 2) == 'X');
      return hexadecimal ? number(at, at + 3, 16) : number(at, at + 2, 10);
    }
    int end = at + 1;
    while (end < length && end - at <= LONGEST_NAME && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == length) {
      return nothing(end - at);
    }
    String named = text.charAt(end) == ';' ? NAMES.get(text.between(at + 1, end)) : null;
    return named == null ? 0 : is(named.charAt(0), end + 1 - at);
  }

  private int number(int at, int first, int radix) {
    int code = 0;
    int end = first;
    while (end < length && Character.digit(text.charAt(end), radix) >= 0) {
      code = Math.min(
          code * radix + Character.digit(text.charAt(end), radix), Character.MAX_CODE_POINT);
      end++;
    }
    if (end == length) {
      return nothing(end - at);
    }
    return end == first ? 0 : is(code, end + (text.charAt(end) == ';' ? 1 : 0) - at);
  }

  private int tag(int at) {
    int end = at + 1;
    if (end < length
        && !Character.isLetter(text.charAt(end))
        && text.charAt(end) != '/'
        && text.charAt(end) != '!') {
      return 0;
    }
    while (end < length
        && end - at < LONGEST_TAG
        && text.charAt(end) != '>'
        && text.charAt(end) != '<') {
      end++;
    }
    if (end == length) {
      return nothing(end - at);
    }
    return text.charAt(end) == '>' ? nothing(end + 1 - at) : 0;
  }

  private int nothing(int width) {
    value = NOTHING;
    return width;
  }

  private int is(int code, int width) {
    value = Character.toChars(code);
    return width;
  }
}
