package io.github.xrayclient.diagnostics.internal.refusal.text;

/**
 * The lines of a text, each without what stands around it. Lines into which a terminal cut a longer line
 * are put together again.
 */
final class LogLines {
  private static final int MOST_LINES = 1 << 17; // in a window of a log, which has 2^20 characters

  private final String text;
  private final int count;
  private final int[] starts;
  private final int[] contents; // behind the prefix of a build server
  private final int[]
      shown; // behind the label of a tool as well, unless it is the first line with it
  private final int[] ends; // before a bar at the end
  private final boolean[] labelled;
  private final boolean[] partial;

  private LogLines(String text) {
    this.text = text;
    this.count = count(text);
    this.starts = new int[count + 1];
    this.contents = new int[count];
    this.shown = new int[count];
    this.ends = new int[count];
    this.labelled = new boolean[count];
    this.partial = new boolean[count];
    int start = 0;
    for (int line = 0; line < count; line++) {
      starts[line] = start;
      int lineFeed = text.indexOf('\n', start);
      ends[line] = lineFeed < 0 ? text.length() : lineFeed;
      start = ends[line] + 1;
    }
    starts[count] = start;
  }

  /** A text of very many lines, which are nearly all empty, stays as it is. */
  static RewrittenText restoredIn(String text) {
    if (count(text) > MOST_LINES) {
      return RewrittenText.unchanged(text);
    }
    LogLines lines = new LogLines(text);
    lines.findPrefixes();
    return lines.restored();
  }

  private static int count(String text) {
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  /** The position behind the prefix of a build server, and before the label of a tool. */
  int content(int line) {
    return contents[line];
  }

  int end(int line) {
    return ends[line];
  }

  boolean hasPrefix(int line) {
    return contents[line] > starts[line];
  }

  boolean hasLabel(int line) {
    return labelled[line];
  }

  String text() {
    return text;
  }

  private void findPrefixes() {
    LinePrefix prefix = new LinePrefix(text);
    String[] candidates = new String[count];
    int[] behind = new int[count];
    for (int line = 0; line < count; line++) {
      contents[line] = prefix.end(starts[line], ends[line]);
      partial[line] = prefix.isPartial();
      candidates[line] = prefix.candidate(contents[line], ends[line]);
      behind[line] = prefix.endOfCandidate();
    }
    String label = "";
    for (int line = 0; line < count; line++) {
      if (!candidates[line].isEmpty() && isRepeated(candidates, line)) {
        contents[line] = prefix.end(behind[line], ends[line]);
        ends[line] = candidates[line].startsWith("|")
            ? LineBars.startOfPanelEnd(text, contents[line], ends[line])
            : ends[line];
      }
      int end = prefix.endOfLabel(contents[line], ends[line]);
      labelled[line] = end > contents[line];
      String here = text.substring(contents[line], end);
      shown[line] = here.equals(label) ? end : contents[line];
      label = here;
      if (hasBar(line)) {
        ends[line] = LineBars.startOfTrailing(text, contents[line], ends[line]);
      }
    }
  }

  /** Whether enough of the lines beside this one have the form of prefix, too. */
  private boolean isRepeated(String[] candidates, int line) {
    String form = candidates[line];
    int before = same(candidates, line, -1);
    int after = same(candidates, line, 1);
    if (!LinePrefix.isWeak(form)) {
      return before != line || after != line;
    }
    return (before != line && after != line)
        || same(candidates, before, -1) != before
        || same(candidates, after, 1) != after;
  }

  /** The nearest line in a direction, if it has the form of this line, otherwise this line. */
  private int same(String[] candidates, int line, int step) {
    int other = line + step;
    if (other >= 0 && other < count && starts[other] == ends[other]) {
      other += step; // an empty line
    }
    boolean isSame = other >= 0 && other < count && candidates[line].equals(candidates[other]);
    return isSame ? other : line;
  }

  private boolean hasBar(int line) {
    for (int at = starts[line]; at < contents[line]; at++) {
      if (LineBars.isBar(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private RewrittenText restored() {
    CutLines cut = new CutLines(this);
    Rewriting copy = new Rewriting(text);
    boolean changed = false;
    for (int line = 0; line < count; line++) {
      boolean isSoft = isSoftLineEnd(line);
      boolean goesOn = line + 1 < count && (isSoft || partial[line] || cut.goesOn(line));
      int from = shown[line];
      int to = isSoft ? ends[line] - 1 : goesOn ? cut.end(line) : ends[line];
      if (from > starts[line] || to < starts[line + 1] - 1 || goesOn) {
        changed = true;
        copy.copyTo(starts[line]);
        copy.skipTo(from);
        copy.copyTo(to);
        copy.skipTo(goesOn ? cut.start(line + 1) : starts[line + 1] - 1);
      }
    }
    return changed ? copy.finish() : RewrittenText.unchanged(text);
  }

  /** Whether the line ends as the parts of a longer line do in mails (quoted-printable). */
  private boolean isSoftLineEnd(int line) {
    int width = ends[line] - starts[line];
    return width >= 50
        && width <= 76
        && line + 1 < count
        && ends[line + 1] > starts[line + 1]
        && text.charAt(ends[line] - 1) == '='
        && text.charAt(ends[line] - 2) != '='
        && text.substring(starts[line], ends[line]).indexOf(' ') >= 0
        && !text.startsWith("--", starts[line + 1]);
  }
}
