package io.github.xrayclient.diagnostics.internal.refusal.text;

import io.github.xrayclient.curation.internal.message.Braces;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;

/**
 * A text prepared for searching. Each run of blanks and control characters is one character: a line
 * feed if a line ended there, otherwise a blank. The folded copy has ASCII letters in lower case
 * and blanks instead of line feeds. It is as long as the text, which conversion to lower case by
 * the rules of Unicode would not guarantee.
 */
public final class SearchableText {
  private static final int QUOTED = 1_000;
  private static final int FOLDED_AT_ONCE = 4_096; // needs less memory than an array of all

  private final String shown;
  private final String folded;
  private final OffsetMap shifts;

  private SearchableText(String shown, OffsetMap shifts) {
    this.shown = shown;
    this.folded = fold(shown);
    this.shifts = shifts;
  }

  public static SearchableText of(String text) {
    SingleBlanks blanks = SingleBlanks.in(text);
    return new SearchableText(blanks.copy(), blanks.shifts());
  }

  /** The position of the brace that closes a group, or the limit if the group is not closed. */
  public int closingBrace(int open, int limit) {
    return Braces.close(shown, open, limit);
  }

  /** Returns a copy in which line feeds replace these messages. */
  public SearchableText without(List<LocatedBlock> messages) {
    if (messages.isEmpty()) {
      return this;
    }
    StringBuilder rest = new StringBuilder(shown.length());
    for (LocatedBlock message : messages) {
      rest.append(shown, rest.length(), message.start());
      rest.append("\n".repeat(message.end() - message.start()));
    }
    rest.append(shown, rest.length(), shown.length());
    return new SearchableText(rest.toString(), shifts);
  }

  public String folded() {
    return folded;
  }

  public int length() {
    return shown.length();
  }

  /** The position in the original text. */
  int origin(int position) {
    return shifts.origin(position);
  }

  public char charAt(int position) {
    return shown.charAt(position);
  }

  /** The text between two positions, on one line and without blanks around it. */
  public String between(int from, int to) {
    return shown.substring(from, to).replace('\n', ' ').strip();
  }

  /** The text between two positions, cut to the length limit of {@link BlockedDownload#text()}. */
  public String quote(int from, int to) {
    return cut(between(from, Math.min(to, from + 2 * QUOTED)));
  }

  /** Whether a brace follows this position, after any blanks, dashes and colons. */
  public boolean opensGroup(int position) {
    int at = position;
    while (at < length() && " \n-:".indexOf(shown.charAt(at)) >= 0) {
      at++;
    }
    return at < length() && shown.charAt(at) == '{';
  }

  /** The start of the line with this position. */
  public int lineStart(int position, int lowest) {
    int at = Math.min(position, length());
    while (at > lowest && shown.charAt(at - 1) != '\n') {
      at--;
    }
    return at;
  }

  /** The end of the line with this position. */
  public int lineEnd(int position, int highest) {
    int at = position;
    while (at < highest && shown.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  /** The start of a text, cut to the length limit of {@link BlockedDownload#text()}. */
  public static String cut(String text) {
    if (text.length() <= QUOTED) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(QUOTED - 1));
    return text.substring(0, splits ? QUOTED - 1 : QUOTED);
  }

  /** The text with ASCII letters in lower case and blanks instead of line feeds, as long as it was. */
  public static String fold(String shown) {
    StringBuilder folded = new StringBuilder(shown.length());
    char[] some = new char[Math.min(FOLDED_AT_ONCE, shown.length())];
    for (int from = 0; from < shown.length(); from += some.length) {
      int count = Math.min(some.length, shown.length() - from);
      shown.getChars(from, from + count, some, 0);
      for (int at = 0; at < count; at++) {
        char c = some[at];
        some[at] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\n' ? ' ' : c;
      }
      folded.append(some, 0, count);
    }
    return folded.toString();
  }
}
