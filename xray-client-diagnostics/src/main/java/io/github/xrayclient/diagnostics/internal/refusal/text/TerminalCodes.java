package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.List;

/**
 * Removes what a terminal does not show: colors, links, changes of the character set, titles, and
 * invisible characters. A return to the start of the line and a movement of the cursor end the
 * line.
 */
final class TerminalCodes {
  /** What stands in a log for the escape character if a tool wrote it in letters. */
  private static final List<String> WRITTEN_ESCAPES =
      List.of("\\u001b", "\\u001B", "\\x1b", "\\x1B", "\\033", "\\e", "^[", "\u241b");

  private static final String INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad";
  private static final int LONGEST = 4_096; // the length of a link or title
  private static final char ESCAPE = '\u001b';

  private final String text;
  private final Rewriting copy;

  private TerminalCodes(String text) {
    this.text = text;
    this.copy = new Rewriting(text);
  }

  static RewrittenText removedFrom(String text) {
    return isPlain(text) ? RewrittenText.unchanged(text) : new TerminalCodes(text).removed();
  }

  private static boolean isPlain(String text) {
    return text.indexOf(ESCAPE) < 0
        && text.indexOf('\r') < 0
        && text.indexOf('\b') < 0
        && text.indexOf('\u009b') < 0
        && WRITTEN_ESCAPES.stream().noneMatch(written -> text.contains(written + "["))
        && !hasColorWithoutEscape(text)
        && INVISIBLE.chars().allMatch(invisible -> text.indexOf(invisible) < 0);
  }

  private RewrittenText removed() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\r') {
        at = returned(at);
      } else if (c == '\b') {
        copy.copyTo(at);
        copy.eraseLast();
        copy.skipTo(++at);
      } else if (c == '[') {
        int end = endOfColorWithoutEscape(text, at);
        at = end > 0 ? without(at, end) : at + 1;
      } else if (c == ESCAPE) {
        at = escaped(at, at + 1);
      } else if (c == '\u009b') {
        at = controlled(at, at + 1);
      } else if (c == '\\' || c == '^' || c == '\u241b') {
        at = written(at);
      } else if (c >= '\u00ad' && INVISIBLE.indexOf(c) >= 0) {
        at = without(at, at + 1);
      } else {
        at++;
      }
    }
    return copy.finish();
  }

  private int without(int start, int end) {
    copy.copyTo(start);
    copy.skipTo(end);
    return end;
  }

  private int replaced(int start, int end, String by) {
    copy.copyTo(start);
    copy.replaceTo(end, by);
    return end;
  }

  /** One or more returns to the start of the line, with or without a line feed behind them. */
  private int returned(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '\r') {
      end++;
    }
    boolean hasLineFeed = end < text.length() && text.charAt(end) == '\n';
    return hasLineFeed ? without(start, end) : replaced(start, end, "\n");
  }

  private int written(int start) {
    int last = start; // of several backslashes in JSON inside JSON
    while (text.charAt(start) == '\\' && text.startsWith("\\", last + 1)) {
      last++;
    }
    for (String written : WRITTEN_ESCAPES) {
      if (text.startsWith(written, last) && text.startsWith("[", last + written.length())) {
        return controlled(start, last + written.length() + 1);
      }
    }
    return last + 1;
  }

  private int escaped(int start, int next) {
    if (next >= text.length()) {
      return without(start, next);
    }
    char c = text.charAt(next);
    if (c == '[') {
      return controlled(start, next + 1);
    }
    if ("]_P^X".indexOf(c) >= 0) {
      return without(start, endOfString(next + 1));
    }
    if ("()*+-./#% ".indexOf(c) >= 0) {
      return without(start, Math.min(next + 2, text.length())); // a character set
    }
    boolean isLetter = c >= '0' && c <= '~';
    return without(start, isLetter ? next + 1 : next);
  }

  /** A control sequence, whose parameters begin at {@code from}. */
  private int controlled(int start, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) < '@' || text.charAt(at) > '~') {
      return without(start, from);
    }
    char command = text.charAt(at);
    if ("ABEFGHdf".indexOf(command) >= 0) {
      return replaced(start, at + 1, "\n");
    }
    return command == 'C' ? replaced(start, at + 1, " ") : without(start, at + 1);
  }

  /** The end of a link or a title, which a bell or an escape ends. */
  private int endOfString(int from) {
    int limit = Math.min(text.length(), from + LONGEST);
    for (int at = from; at < limit && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      if (c == '\u0007' || c == '\u009c') {
        return at + 1;
      }
      if (c == ESCAPE) {
        return text.startsWith("\\", at + 1) ? at + 2 : at;
      }
    }
    return from;
  }

  private static boolean hasColorWithoutEscape(String text) {
    for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      if (endOfColorWithoutEscape(text, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The end of a sequence such as {@code [1;31m}, which lost its escape character; 0 if it is none. */
  private static int endOfColorWithoutEscape(String text, int bracket) {
    int at = bracket + 1;
    int limit = Math.min(text.length(), bracket + 20);
    while (at < limit && (isDigit(text.charAt(at)) || text.charAt(at) == ';')) {
      at++;
    }
    boolean ends = at < limit && (text.charAt(at) == 'm' || text.charAt(at) == 'K');
    return ends && at > bracket + 1 && !isDuration(text, at + 1) ? at + 1 : 0;
  }

  /** Whether the text goes on as in {@code [4m]}, {@code [4m30s]} or {@code [4m 30s]}. */
  private static boolean isDuration(String text, int behind) {
    int at = text.startsWith(" ", behind) ? behind + 1 : behind;
    return text.startsWith("]", behind) || (at < text.length() && isDigit(text.charAt(at)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
