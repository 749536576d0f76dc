package io.github.xrayclient.diagnostics.internal.refusal.audit;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that {@code jf curation-audit} prints before its rows, {@code Found 2 blocked packages
 * for project NAME}. If the rows are missing, the line alone tells that Curation blocks packages.
 * Immutable.
 */
final class AuditSummary {
  private static final String WORDS = " blocked packages for project ";
  private static final Pattern COUNT = Pattern.compile("Found (\\d{1,9})$");
  private static final Pattern ROWS =
      Pattern.compile("\\u2500\\u2500|\\+--|\\[\\s*$|[\\[{]\\s*[{\"]");
  private static final int LONGEST_COUNT = 16; // with the word before it
  private static final int LONGEST_LINE = 1_000;
  private static final int LINES = 5; // below this one, in which the rows begin

  private final int start;
  private final int end;
  private final Optional<LocatedBlock> refusal;

  private AuditSummary(int start, int end, Optional<LocatedBlock> refusal) {
    this.start = start;
    this.end = end;
    this.refusal = refusal;
  }

  /** Finds these lines in a text, each once. */
  static List<AuditSummary> in(String text) {
    List<AuditSummary> found = new ArrayList<>();
    int at = text.indexOf(WORDS);
    while (at >= 0) {
      int next = at + 1;
      Matcher count = COUNT.matcher(text.substring(Math.max(0, at - LONGEST_COUNT), at));
      if (count.find()) {
        int start = at - count.group().length();
        int end = lineEnd(text, at);
        boolean isAlone = Long.parseLong(count.group(1)) > 0 && !hasRows(text, end);
        found.add(new AuditSummary(
            start, end, isAlone ? Optional.of(refusal(text, start, end)) : Optional.empty()));
        next = end;
      }
      at = text.indexOf(WORDS, next);
    }
    return found;
  }

  private static LocatedBlock refusal(String text, int start, int end) {
    String line = SearchableText.cut(text.substring(start, end));
    return new LocatedBlock(start, end, ReportedPackage.named("", "").refusal(line));
  }

  /** The position of the line. */
  int start() {
    return start;
  }

  /** The position of the end of the line. */
  int end() {
    return end;
  }

  /** The refusal that the line reports; empty if it has rows, or counts none. */
  Optional<LocatedBlock> refusal() {
    return refusal;
  }

  private static boolean hasRows(String text, int from) {
    int position = from + 1;
    for (int line = 0; line < LINES && position < text.length(); line++) {
      int lineEnd = lineEnd(text, position);
      if (ROWS.matcher(text.substring(position, lineEnd).strip()).find()) {
        return true;
      }
      position = lineEnd + 1;
    }
    return false;
  }

  /** The end of the line, or of the part of it that is looked at. */
  private static int lineEnd(String text, int from) {
    int at = from;
    int limit = Math.min(text.length(), from + LONGEST_LINE);
    while (at < limit && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }
}
