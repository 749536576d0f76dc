package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes words of a message that a script, source code or a writer quotes. Such words do not
 * tell that a download was refused. A complete message with its values is not a case for this
 * class.
 */
final class QuotedWords {
  /** The distance within which a line is looked at. */
  private static final int NEAR = 300;

  /** What looks for words or prints them, in a shell, in a programming language, or in a trace. */
  private static final Pattern CODE = Pattern.compile(
      "(?:^|[\\s;|&(`\"'$])(?:[efz]?grep|rg|awk|sed|echo|printf|findstr|select-string"
          + "|write-(?:host|output|error)|case|if|elif|while|assert\\w*|expect|describe|it)(?=[\\s(])"
          + "|\\b\\w*(?:contains|match|matches|includes|indexof|index|startswith|hasprefix|search"
          + "|compile|println?|s?printf|print|log|errorf?|format)\\("
          + "|\\bi?like '| [=!]= |=~|:=|&&|\\|\\||\\bconst\\b|\\$\\{|^\\+* ?[+$#]+ |^(?://|/\\*|--|<!--)|^\\s*[\u2713\u2714\u221a] ");

  /** How people write about refusals. */
  private static final Pattern PROSE = Pattern.compile(
      "(?<![^\\s(])(?:if|when|whenever|whether|how|why|what|may|might|maybe|perhaps|could|would|should"
          + "|can|will|check|see|explain|handles?|supports?|documents?|fix|fixes|fixed|adds?|added"
          + "|tests?|example|shows|happens|means|usually|such|looking|search)(?![^\\s,:.)])"
          + "|\\?(?:\\s|$)");

  /** The fields of JSON that hold the name of something or a command. */
  private static final Set<String> NAMES = Set.of(
      "classname",
      "cmd",
      "command",
      "label",
      "name",
      "pattern",
      "query",
      "regex",
      "run",
      "script",
      "search",
      "subject",
      "testname",
      "title");

  private QuotedWords() {}

  /** Whether the line around the words between these positions is code, or prose about refusals. */
  static boolean areIn(int start, int end, SearchableText text) {
    String line = line(start, end, text);
    return CODE.matcher(line).find() || PROSE.matcher(line).find();
  }

  /** Whether the line around the words between these positions is code. */
  static boolean areInCode(int start, int end, SearchableText text) {
    return CODE.matcher(line(start, end, text)).find();
  }

  /** Whether the same quotation mark stands directly before and after the words. */
  static boolean areEnclosed(int start, int end, SearchableText text) {
    return start > 0
        && end < text.length()
        && text.charAt(start - 1) == text.charAt(end)
        && "\"'`/*".indexOf(text.charAt(end)) >= 0;
  }

  /** Whether a string in this field of JSON is a name or a command. */
  static boolean areName(String field) {
    return NAMES.contains(field.toLowerCase(Locale.ROOT));
  }

  /** The line around the words between these positions, in lower case. */
  static String line(int start, int end, SearchableText text) {
    int from = text.lineStart(start, Math.max(0, start - NEAR));
    int to = text.lineEnd(end, Math.min(text.length(), end + NEAR));
    return text.folded().substring(from, to);
  }
}
