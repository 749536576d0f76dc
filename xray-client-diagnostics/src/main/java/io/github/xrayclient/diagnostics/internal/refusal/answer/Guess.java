package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses what a text may be about if no refusal was found in it. The text must be a single line,
 * which may be a message without the answer around it, or an HTML page. Nothing is guessed from
 * longer texts, because the words of servers occur in any log.
 */
public final class Guess {
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_PAGE = 20_000;

  private static final Pattern PAGE = Pattern.compile(
      "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!doctype html|<html)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BELOW_ERROR =
      Pattern.compile("^\\W*(?:info|debug|trace|warn(?:ing)?)\\b");

  private Guess() {}

  /** What the text may be about; of the kind {@link Kind#UNKNOWN} if nothing can be guessed. */
  public static BlockedDownload of(String text) {
    BlockedDownload nothing = nothing(text);
    // The line is the one on which the guess rests. Only a refusal that was found has a count, too.
    return kind(text)
        .map(kind -> nothing.toBuilder().kind(kind).line(firstLine(text)).build())
        .orElse(nothing);
  }

  /** The value for a text of which nothing is known. */
  public static BlockedDownload nothing(String text) {
    return BlockedDownload.builder()
        .kind(Kind.UNKNOWN)
        .text(SearchableText.cut(text))
        .build();
  }

  /**
   * The kind of a response of which the status is known. Because the text is the server's answer,
   * general words such as "forbidden" are enough.
   */
  public static Kind ofResponse(int status, String body) {
    if (isPage(body)) {
      return Kind.PROXY;
    }
    SearchableText words = SearchableText.of(body);
    return AnswerWords.ofMessage(words.folded(), status, "").orElse(Kind.UNKNOWN);
  }

  private static Optional<Kind> kind(String text) {
    if (isPage(text)) {
      return Pages.isFailure(text) ? Optional.of(Kind.PROXY) : Optional.empty();
    }
    String line = text.strip();
    if (line.length() > LONGEST_LINE || line.contains("\n")) {
      return Optional.empty();
    }
    String words = line.toLowerCase(Locale.ROOT);
    return OwnWords.isQuoted(words)
            || OwnWords.isOfMachine(words)
            || BELOW_ERROR.matcher(words).find()
        ? Optional.empty()
        : AnswerWords.ofLooseMessage(words);
  }

  private static boolean isPage(String text) {
    return text.length() <= LONGEST_PAGE
        && PAGE.matcher(text).matches()
        && !text.contains("<pre"); // a page that shows a log
  }

  private static long firstLine(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return 1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
  }
}
