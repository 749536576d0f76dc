package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the key of a repository inside a sentence. The server ends the sentence with a full stop,
 * which people and tools often leave out. A key that may be a part of a longer one is not read.
 */
final class RepositoryKeyReader {
  private static final String QUOTES = "\"'`";

  /** The characters, other than blanks and line ends, that may follow a key. */
  private static final String ENDS = "\"'`<>\\,;:|()[]{}&%!";

  private static final char FIRST_BEYOND_ASCII = '\u0080'; // the quotation marks of other languages

  /** Words that stand in place of a key where people write about repositories. */
  private static final Set<String> WORDS = Set.of(
      "a",
      "all",
      "an",
      "any",
      "each",
      "every",
      "its",
      "my",
      "our",
      "repo",
      "repositories",
      "repository",
      "some",
      "that",
      "the",
      "their",
      "these",
      "this",
      "those",
      "which",
      "your");

  /**
   * A stop, and what cannot belong to the key: a word or date that begins the next line, or a
   * letter that a wrong character set made of a quotation mark. Behind a whole key there is a stop
   * at the end.
   */
  private static final Pattern LOST_LINE_END =
      Pattern.compile("(?<=[a-z0-9])\\.(?:[A-Z][A-Za-z]*|\\d{4}-\\d\\d-\\d\\dT?\\d*|\\P{ASCII}+)$");

  /** What tools write where they cut off a text: {@code ...}, {@code [truncated]}. */
  private static final Pattern ELISION = Pattern.compile(
      " ?[\\[(<{]?(?:\\.\\.\\.|\u2026|(?:truncated|snip|cut|shortened)\\b)",
      Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_ELISION = 20;

  /** A word that begins another sentence. */
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z]*");

  private final SearchableText text;
  private final String value;
  private final int end;

  private RepositoryKeyReader(SearchableText text, String value, int end) {
    this.text = text;
    this.value = value;
    this.end = end;
  }

  /** Reads the key that begins at this position, with or without quotes. */
  static RepositoryKeyReader at(int position, SearchableText text) {
    int start = position;
    while (start < text.length() && QUOTES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    int last = lostLineEnd(start, end, text);
    end = last < end ? last + 1 : end;
    while (last > start && text.charAt(last - 1) == '.') { // a full stop
      last--;
    }
    boolean isWhole = start < text.length()
        && isPart(text.charAt(start))
        && text.charAt(start) != '.'
        && isWhole(start, last, end, text)
        && (position == 0
            || text.charAt(position - 1) != '\n'
            || isOnItsOwnLine(start, last, end, text));
    return new RepositoryKeyReader(text, isWhole ? text.between(start, last) : "", end);
  }

  /** The key; empty if there is none, or if the text may show only a part of it. */
  Optional<String> value() {
    return Optional.of(value).filter(key -> !key.isEmpty());
  }

  /** The position after the key and the full stop of its sentence. */
  int end() {
    return end;
  }

  /** Whether the sentence ends with the key. */
  boolean endsSentence() {
    return end >= text.length()
        || text.charAt(end) != ' '
        || text.charAt(end - 1) == '.'
        || QUOTES.indexOf(text.charAt(end - 1)) >= 0;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  /**
   * The position of a full stop after which a line end was lost, as in {@code libs-local.Error:
   * exit 1}; the end if there is none.
   */
  private static int lostLineEnd(int start, int end, SearchableText text) {
    Matcher lost = LOST_LINE_END.matcher(text.between(start, end));
    return lost.find() ? start + lost.start() : end;
  }

  private static boolean isWhole(int start, int last, int end, SearchableText text) {
    boolean hasStop = end > last;
    if (end - last > 2 || isElision(end, text)) {
      return false;
    }
    if (hasStop || end >= text.length()) {
      return true;
    }
    if (WORD.matcher(text.between(start, last)).matches() && " :".indexOf(text.charAt(end)) >= 0) {
      return false;
    }
    char next = text.charAt(end);
    boolean hasDot =
        text.between(start, last).indexOf('.') >= 0; // which may have ended the sentence
    if (hasDot && ":([{".indexOf(next) >= 0) {
      return false;
    }
    if (next == '\n') {
      return "-_".indexOf(text.charAt(last - 1)) < 0 && !isContinuation(end + 1, text);
    }
    if (next == ' ') {
      String key = text.folded().substring(start, last);
      return !WORDS.contains(key) && !hasDot;
    }
    return ENDS.indexOf(next) >= 0 || next >= FIRST_BEYOND_ASCII;
  }

  /** Whether something says that the text was cut off here. */
  private static boolean isElision(int end, SearchableText text) {
    int near = Math.min(text.length(), end + LONGEST_ELISION);
    return ELISION.matcher(text.between(end, text.lineEnd(end, near))).lookingAt();
  }

  /**
   * Whether a line begins with a key and the end of its sentence. Otherwise the line may be about
   * something else, behind a message that was cut off before the key.
   */
  private static boolean isOnItsOwnLine(int start, int last, int end, SearchableText text) {
    boolean hasEnd = end > last || end >= text.length() || QUOTES.indexOf(text.charAt(end)) >= 0;
    return hasEnd && !WORD.matcher(text.between(start, last)).matches();
  }

  /** Whether a line begins with what may be the second part of a key and the stop of its sentence. */
  private static boolean isContinuation(int lineStart, SearchableText text) {
    int at = lineStart;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    if (at == lineStart) {
      return false;
    }
    char first = text.charAt(lineStart);
    char second = lineStart + 1 < at ? text.charAt(lineStart + 1) : ' ';
    boolean isJoined = "-_.".indexOf(first) >= 0 && Character.isLetterOrDigit(second);
    boolean hasStop = text.charAt(at - 1) == '.' && at - lineStart > 1;
    return isJoined || (hasStop && !Character.isUpperCase(first));
  }
}
