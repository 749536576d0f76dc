package io.github.xrayclient.diagnostics.internal.refusal.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a table that is drawn with lines, by the positions of its vertical lines. Immutable. */
final class TableGrid {
  private static final String CORNERS =
      "\u250c\u252c\u2510\u251c\u253c\u2524\u2514\u2534\u2518" + "\u256d\u256e\u2570\u256f\u254b+";
  private static final String VERTICAL = "\u2502\u2503|";
  private static final String HORIZONTAL = "\u2500\u2501-";
  private static final int LEAST = 4; // columns

  private final int[] lines;

  private TableGrid(int[] lines) {
    this.lines = lines;
  }

  /** Reads the upper border of a table; empty if the line is not a border. */
  static Optional<TableGrid> ofBorder(String line) {
    int start = firstCorner(line);
    int end = line.stripTrailing().length();
    if (start < 0 || end - start < 3 * LEAST) {
      return Optional.empty();
    }
    boolean isBorder = IntStream.range(start, end)
        .allMatch(at -> is(CORNERS, line.charAt(at)) || is(HORIZONTAL, line.charAt(at)));
    int[] corners = isBorder
        ? IntStream.range(start, end).filter(at -> is(CORNERS, line.charAt(at))).toArray()
        : new int[0];
    boolean closed = corners.length > LEAST && corners[corners.length - 1] == end - 1;
    return closed ? Optional.of(new TableGrid(corners)) : Optional.empty();
  }

  /** The position of the first corner with a horizontal line behind it; negative if there is none. */
  private static int firstCorner(String line) {
    for (int at = 0; at < line.length() - 1; at++) {
      if (is(CORNERS, line.charAt(at)) && is(HORIZONTAL, line.charAt(at + 1))) {
        return at;
      }
    }
    return -1;
  }

  /** The cells of a line with their blanks; empty if the line does not belong to the table. */
  Optional<List<String>> cells(String line) {
    boolean fits = line.length() > lines[lines.length - 1]
        && IntStream.of(lines).allMatch(at -> isLine(line.charAt(at)));
    if (fits) {
      return Optional.of(IntStream.range(0, lines.length - 1)
          .mapToObj(column -> line.substring(lines[column] + 1, lines[column + 1]))
          .collect(Collectors.toUnmodifiableList()));
    }
    List<String> parts = split(line); // wide characters move the lines
    return parts.size() == lines.length - 1 ? Optional.of(parts) : Optional.empty();
  }

  private static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    int from = -1;
    for (int at = 0; at < line.length(); at++) {
      if (is(VERTICAL, line.charAt(at))) {
        if (from >= 0) {
          parts.add(line.substring(from, at));
        }
        from = at + 1;
      }
    }
    return Collections.unmodifiableList(parts);
  }

  /** The number of characters that a line of a cell has at most. */
  int width(int column) {
    return lines[column + 1] - lines[column] - 3; // there is a blank on each side
  }

  /** Whether a cell is a part of a horizontal line. */
  static boolean isHorizontal(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> is(HORIZONTAL, (char) c));
  }

  private static boolean isLine(char c) {
    return is(VERTICAL, c) || is(CORNERS, c);
  }

  private static boolean is(String characters, char c) {
    return characters.indexOf(c) >= 0;
  }
}
