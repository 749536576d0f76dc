package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordMarks;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the HTML pages by which a proxy or a load balancer answered a request. A page counts if its
 * title or its heading refuses something, or if it stands behind the status of a refused request.
 * The pages that a build writes or prints for itself do not count.
 */
final class Pages {
  private static final int LONGEST = 4_000;
  private static final int BEFORE = 400;

  private static final List<String> STARTS =
      List.of("<html>", "<html ", "<html\t", "<!doctype html");

  private static final Pattern REFUSES = Pattern.compile(
      "<(title|h1|h2|body)\\b[^>]{0,200}>[^<]{0,200}(?:\\b40[137]\\b|forbidden|unauthori[sz]ed|denied|blocked"
          + "|not allowed|attention required|could not be (?:satisfied|retrieved)|proxy error"
          + "|proxy authentication|policy violation|restricted)");

  /** A line that says that the text behind it is what the server answered. */
  private static final Pattern ANNOUNCES = Pattern.compile(
      "(?:\\b(?:status|code|http|error|response|received|returned|server)\\b[^\\n]{0,60}\\b(?:40[137]|502)\\b"
          + "|\\b40[137] (?:forbidden|unauthorized|proxy)|\\bresponse body\\b|\\bthe server said\\b"
          + "|\\bbody:|\\bresponse from server\\b|\\binvalid character '<')[^<]{0,300}$");

  /** What only the page that is a whole text may be about. */
  private static final Pattern FAILS = Pattern.compile(
      "<(title|h1|h2|body)\\b[^>]{0,200}>[^<]{0,200}(?:\\b[45][0-9][0-9]\\b|sign in|log ?in|bad gateway|error)");

  private Pages() {}

  /** Whether a text is a page that tells of a failure or asks for a login. */
  static boolean isFailure(String page) {
    String folded = page.toLowerCase(Locale.ROOT);
    return REFUSES.matcher(folded).find() || FAILS.matcher(folded).find();
  }

  /**
   * The pages, in the order of the text.
   *
   * @param folded the text in lower case, as {@link SearchableText#fold} returns it
   */
  static List<LocatedBlock> in(String text, String folded) {
    List<LocatedBlock> found = new ArrayList<>();
    WordMarks starts = new WordMarks(folded, STARTS);
    int at = starts.from(0);
    while (at != WordMarks.NONE) {
      LogLine line = LogLine.at(text, at);
      Optional<LocatedBlock> page = page(text, at, line);
      page.ifPresent(found::add);
      at = starts.from(page.map(LocatedBlock::end).orElse(line.end()));
    }
    return found;
  }

  private static Optional<LocatedBlock> page(String text, int start, LogLine line) {
    if (OwnWords.isQuoted(SearchableText.fold(line.text()).strip())) {
      return Optional.empty();
    }
    String page = text.substring(start, Math.min(text.length(), start + LONGEST));
    String shown = page.toLowerCase(Locale.ROOT);
    String before = text.substring(Math.max(0, start - BEFORE), start).toLowerCase(Locale.ROOT);
    if (!REFUSES.matcher(shown).find() && !ANNOUNCES.matcher(before).find()) {
      return Optional.empty();
    }
    int close = shown.indexOf("</html>");
    int end = close < 0 ? line.end() : start + close;
    return Optional.of(new LocatedBlock(start, end, answer(page)));
  }

  private static BlockedDownload answer(String page) {
    SearchableText words = SearchableText.of(page);
    return BlockedDownload.builder()
        .kind(Kind.PROXY)
        .text(words.quote(0, words.length()))
        .build();
  }
}
