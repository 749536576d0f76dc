package io.github.xrayclient.diagnostics.internal.refusal.text;

/** The lines of a text, with the positions of what tools put around them. */
final class LogLines {
  private final String text;
  private final int count;
  private final int[] starts;
  private final int[] times; // behind the time, before what may be the text of the tool
  private final int[] contents; // behind the prefix of a build server
  private final int[] shown; // behind the label of a tool as well
  private final int[] ends; // before a bar at the end
  private final boolean[] labelled;
  private final boolean[] partial;

  private LogLines(String text) {
    this.text = text;
    this.count = count(text);
    this.starts = new int[count + 1];
    this.times = new int[count];
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

  /** Finds the lines of a text and what stands around them. */
  static LogLines of(String text) {
    LogLines lines = new LogLines(text);
    lines.findPrefixes();
    return lines;
  }

  /** The number of lines in a text. */
  static int count(String text) {
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

  /** The position behind the time at the start of the line; the start if there is none. */
  int endOfTime(int line) {
    return times[line];
  }

  /** The position behind the prefix of a build server, and before the label of a tool. */
  int content(int line) {
    return contents[line];
  }

  int end(int line) {
    return ends[line];
  }

  /** The position behind the label of a tool as well, unless this is the first line with it. */
  int shown(int line) {
    return shown[line];
  }

  /** Whether the line goes on in the next line according to its prefix. */
  boolean isPartial(int line) {
    return partial[line];
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
      times[line] = prefix.endOfTime();
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
}
