package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes the short forms in which servers and tools tell that Curation blocked a download:
 * {@code pull access denied for IMAGE, blocked by Curation policy}, or {@code curation on-demand
 * scan in progress}. The word alone tells nothing. The line must be an answer or tell a status, or
 * consist of the sentence.
 */
final class ShortCurationMessage {
  private static final int FORBIDDEN = 403;

  private static final Set<String> ANSWERS =
      Set.of("message", "error", "errors", "detail", "details", "info", "reason");

  /** The service, and not a part of a name, a path or an address. */
  private static final String SERVICE = "(?<![\\w/.@=&?-])curation(?![\\w/@=-]|\\.\\w|: *\\d)";

  private static final Pattern BLOCKED =
      Pattern.compile("(?<![\\w/.-])blocked(?![\\w/=-]|\\.\\w)[^\\n]{0,80}" + SERVICE + "|"
          + SERVICE + "[^\\n]{0,40}(?<![\\w/.-])blocked(?![\\w/=-]|: *\\d|\\.\\w)");

  private static final Pattern BLOCKED_BY =
      Pattern.compile("(?<![\\w/.-])blocked by [^\\n]{0,40}" + SERVICE);

  private static final Pattern STATUS = Pattern.compile(
      "(?<![\\w/.-])(?:403 forbidden|(?:status|code|http\\S*|err(?:or|!))[:= ]{1,3}e?403"
          + "|e?403(?= ?[:)\\]-])|forbidden|denied|rejected|refused)(?![\\w/])");

  private static final Pattern WHOLE_LINE = Pattern.compile(
      "(?:.*[:\\]>] ?|(?:npm )?(?:error|err!|warn|warning|notice|403|forbidden|failed) |\\W*)"
          + "(?:the )?(?:package|image|artifact|model|module|version|download)(?: \\S{1,200})? ?"
          + "(?:download )?(?:is |was |has been |were )?blocked by (?:the )?(?:jfrog )?(?:packages? )?curation"
          + "(?: policy| policies| service)?(?: ?[:'\"(\\[].*)?[.!]?\\W*");

  private static final Pattern SCAN = Pattern.compile("(?:" + SERVICE
      + "|catalog\\b)[^\\n]{0,20}on-demand scan (?:is )?(?:in progress|pending|running)");

  /** Numbers, negations and plans, which tell of no refusal. */
  private static final Pattern NOTHING = Pattern.compile(
      "(?<![\\w.@-])(?!403\\b)\\d+ (?:(?!was\\b|is\\b|has\\b)\\w+s (?:\\w+ )?)?blocked|blocked[:=]"
          + "|\\b(?:not|no|never|without|nothing|none|isn't|wasn't)\\b[^.]{0,40}blocked"
          + "|\\bbe blocked|passed|\\bblocked (?:packages|artifacts|downloads|list)");

  private final TextPiece source;
  private final SearchableText text;

  ShortCurationMessage(TextPiece source, SearchableText text) {
    this.source = source;
    this.text = text;
  }

  /**
   * Whether a line is such a message.
   *
   * @param at the position of the word {@code curation} in the line
   */
  boolean isAt(int start, int at, int lineEnd) {
    String line = text.folded().substring(start, lineEnd);
    if (QuotedWords.areName(source.field())
        || line.indexOf('`') >= 0
        || NOTHING.matcher(line).find()
        || QuotedWords.areIn(at, at + "curation".length(), text)) {
      return false;
    }
    boolean isTold = isAnswer(line) || STATUS.matcher(line).find();
    boolean isScan = SCAN.matcher(line).find();
    return isScan
        ? isTold || SCAN.matcher(line).matches()
        : BLOCKED.matcher(line).find() && (isTold || WHOLE_LINE.matcher(line).matches());
  }

  /** Whether the line is in a field for answers. Loggers use such fields, too, for other messages. */
  private boolean isAnswer(String line) {
    return source.status() == FORBIDDEN
        || (ANSWERS.contains(source.field())
            && (BLOCKED_BY.matcher(line).find() || SCAN.matcher(line).find()));
  }
}
