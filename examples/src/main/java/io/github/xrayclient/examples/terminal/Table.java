package io.github.xrayclient.examples.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in aligned columns. Values of more than 200 characters are cut, except
 * sentences; JSON has all. */
public final class Table {
  private static final int WIDEST = 200;
  private static final int NARROWEST = 10; // as wide as a date
  private static final int NARROWEST_SENTENCE = 22;
  private static final int GAP = 2;

  private final List<List<String>> rows = new ArrayList<>();
  private boolean hasSentences;

  public Table(String... headings) {
    row(headings);
  }

  /** Lets the last column go on in the next line instead of being cut, since it has sentences. */
  public Table withSentences() {
    hasSentences = true;
    return this;
  }

  public void row(String... cells) {
    List<String> row = new ArrayList<>();
    Arrays.stream(cells).map(Visible::oneLine).forEach(row::add);
    rows.add(row);
  }

  @Override
  public String toString() {
    return toString(Integer.MAX_VALUE);
  }

  /**
   * The rows, each on a line of at most this many characters if possible. The widest columns are
   * cut first, and the first column last, since it often identifies the row.
   */
  public String toString(int width) {
    int[] widths = widths();
    int last = widths.length - 1;
    if (hasSentences) {
      int others = Arrays.stream(widths, 0, last).sum() + GAP * last;
      widths[last] = Math.min(widths[last], Math.max(NARROWEST_SENTENCE, width - others));
    }
    narrow(widths, width, hasSentences ? last : last + 1);
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> sentence = hasSentences
          ? words(row.get(last), widths[last])
          : List.of(cut(row.get(last), widths[last]));
      for (int i = 0; i < sentence.size(); i++) {
        List<String> line = new ArrayList<>(i == 0 ? row : Collections.nCopies(last + 1, ""));
        line.set(last, sentence.get(i));
        text.append(line(line, widths)).append('\n');
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean isLast = i == widths.length - 1;
      String cell = isLast ? cells.get(i) : cut(cells.get(i), widths[i]);
      line.append(cell).append(isLast ? "" : " ".repeat(widths[i] - length(cell) + GAP));
    }
    return line.toString().stripTrailing();
  }

  /** Breaks a sentence into lines of at most this width, if its words are not longer. */
  private static List<String> words(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (line.length() > 0 && length(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private int[] widths() {
    return IntStream.range(0, rows.get(0).size())
        .map(column -> rows.stream()
            .mapToInt(row -> Math.min(length(row.get(column)), widest(column)))
            .max()
            .orElse(0))
        .toArray();
  }

  private int widest(int column) {
    return hasSentences && column == rows.get(0).size() - 1 ? Integer.MAX_VALUE : WIDEST;
  }

  /** Makes the columns before this one narrower, until all fit or can become no narrower. */
  private static void narrow(int[] widths, int width, int end) {
    long surplus = Arrays.stream(widths).sum() + (long) GAP * (widths.length - 1) - width;
    for (; surplus > 0; surplus--) {
      int widest = widestOf(widths, end);
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  /** The widest column after the first one, or the first one if no other can become narrower. */
  private static int widestOf(int[] widths, int end) {
    int widest = 0;
    for (int i = 1; i < end; i++) {
      if (widths[i] > NARROWEST && (widest == 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private static String cut(String cell, int width) {
    return length(cell) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
