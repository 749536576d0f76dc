package io.github.xrayclient.diagnostics.internal.refusal.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a table by their names, and how the lines of their cells are joined. Immutable. */
public final class TableColumns {
  private final TableGrid grid;
  private final List<String> names;

  /**
   * Makes the columns.
   *
   * @param header the header's lines, each with the cells of all columns
   */
  TableColumns(TableGrid grid, List<List<String>> header, int count) {
    this.grid = grid;
    this.names = IntStream.range(0, count)
        .mapToObj(column -> header.stream()
            .map(cells -> cells.get(column).replaceAll("[^A-Za-z]", ""))
            .collect(Collectors.joining())
            .toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableList());
  }

  TableGrid grid() {
    return grid;
  }

  /** Whether the table lists packages that were audited. */
  boolean listsBlockedPackages() {
    return names.contains("BLOCKEDPACKAGENAME");
  }

  /** Whether the table lists waivers that were requested. */
  boolean listsWaivers() {
    return names.contains("WAIVERID") && names.contains("PACKAGENAME");
  }

  /** The text of a cell that has no line breaks of its own. */
  String word(List<List<String>> row, String name) {
    return text(row, name, "").replaceAll("\\s+", " ").strip();
  }

  /**
   * The text of a cell, whose own line breaks are kept as this separator. A line that fills its
   * column may have been broken inside a word, so the next line follows without a blank.
   */
  String text(List<List<String>> row, String name, String separator) {
    int column = names.indexOf(name);
    if (column < 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    String before = "";
    for (List<String> cells : row) {
      String line = content(cells.get(column));
      if (!line.isEmpty()) {
        text.append(before).append(line);
        before = between(line, grid.width(column), separator);
      }
    }
    return text.toString().strip();
  }

  /** What was between a line of a cell and the next one. */
  private static String between(String line, int width, String separator) {
    if (line.length() < width - 1 || line.endsWith(":")) {
      return separator;
    }
    return line.length() == width - 1 ? " " : "";
  }

  private static String content(String cell) {
    return (cell.startsWith(" ") ? cell.substring(1) : cell).stripTrailing();
  }
}
