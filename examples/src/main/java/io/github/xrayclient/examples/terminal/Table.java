package io.github.xrayclient.examples.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in aligned columns. Values of more than 200 characters are cut; JSON has all. */
public final class Table {
  private static final int WIDEST = 200;
  private static final int NARROWEST = 8;
  private static final int GAP = 2;

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    row(headings);
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
   * The rows, each on a line of at most this many characters if possible. The widest columns are cut
   * first, and the first column last, since it often identifies the row.
   */
  public String toString(int width) {
    int[] widths = widths();
    narrow(widths, width);
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = cut(row.get(i), widths[i]);
        line.append(cell).append(" ".repeat(widths[i] - length(cell) + GAP));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    return IntStream.range(0, rows.get(0).size())
        .map(column -> rows.stream()
            .mapToInt(row -> Math.min(length(row.get(column)), WIDEST))
            .max()
            .orElse(0))
        .toArray();
  }

  private static void narrow(int[] widths, int width) {
    long surplus = Arrays.stream(widths).sum() + (long) GAP * (widths.length - 1) - width;
    for (; surplus > 0; surplus--) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  /** The widest column after the first one, or the first one if no other can become narrower. */
  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
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
