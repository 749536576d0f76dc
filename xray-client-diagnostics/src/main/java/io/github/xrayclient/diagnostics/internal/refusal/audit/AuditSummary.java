package io.github.xrayclient.diagnostics.internal.refusal.audit;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that {@code jf curation-audit} prints before its rows, {@code Found 2 blocked packages for
 * project NAME}. If the rows are missing, the line alone tells that Curation blocks packages.
 */
final class AuditSummary {
  private static final String WORDS = " blocked packages for project ";
  private static final Pattern COUNT = Pattern.compile("Found (\\d{1,9})$");
  private static final Pattern ROWS =
      Pattern.compile("\\u2500\\u2500|\\+--|\\[\\s*$|[\\[{]\\s*[{\"]");
  private static final int SHORT = 16; // the length of the words before
  private static final int LINES = 5; // the distance of the rows

  private AuditSummary() {}

  /** Finds the lines without rows, and puts blanks in place of all these lines in the rest. */
  static List<LocatedBlock> in(String text, StringBuilder rest) {
    List<LocatedBlock> found = new ArrayList<>();
    for (int at = text.indexOf(WORDS); at >= 0; at = text.indexOf(WORDS, at + 1)) {
      Matcher count = COUNT.matcher(text.substring(Math.max(0, at - SHORT), at));
      if (count.find()) {
        int start = at - count.group().length();
        int end = lineEnd(text, at);
        if (Long.parseLong(count.group(1)) > 0 && !hasRows(text, end)) {
          String line = text.substring(start, Math.min(end, start + 1_000));
          found.add(new LocatedBlock(
              start, end, ReportedPackage.named("", "").refusal(SearchableText.cut(line))));
        }
        for (int position = start; position < end; position++) {
          rest.setCharAt(position, ' ');
        }
      }
    }
    return found;
  }

  private static boolean hasRows(String text, int from) {
    int start = from + 1;
    for (int line = 0; line < LINES && start < text.length(); line++) {
      int end = lineEnd(text, start);
      String shown = text.substring(start, Math.min(end, start + 100)).strip();
      if (ROWS.matcher(shown).find()) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static int lineEnd(String text, int from) {
    int lineFeed = text.indexOf('\n', from);
    return lineFeed < 0 ? text.length() : lineFeed;
  }
}
