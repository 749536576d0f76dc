package io.github.xrayclient.diagnostics.internal.refusal.audit;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tables that {@code jf curation-audit} prints in a log, and the lines above them. Tables
 * of requested waivers belong to that output and report no refusals. The text is the log as it was
 * written, because {@code LogText} takes off boxes, and the lines of a table are one.
 */
public final class AuditTables {
  private static final int LONGEST_LINE = 8_192;
  private static final int LONGEST_HEADER = 40; // lines

  private final String text;
  private final StringBuilder rest = new StringBuilder(); // empty as long as it is the text
  private final List<LocatedBlock> found = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private AuditTables(String text) {
    this.text = text;
  }

  /**
   * Finds the tables.
   *
   * @param open the columns of a table that began before the text; empty if there is none
   */
  public static AuditTables in(String text, Optional<TableColumns> open) {
    AuditTables tables = new AuditTables(text);
    int from = open.map(tables::continued).orElse(0);
    int border = tables.border(from);
    while (border >= 0) {
      from = tables.table(border);
      border = tables.border(from);
    }
    for (AuditSummary summary : AuditSummary.in(text)) {
      summary.refusal().ifPresent(tables.found::add);
      tables.clear(summary.start(), summary.end());
    }
    return tables;
  }

  /** The refusals: first those of rows, and then those of lines that only count blocked packages. */
  public List<LocatedBlock> refusals() {
    return found;
  }

  /** The text with blanks in place of what was found. */
  public String rest() {
    return rest.length() == 0 ? text : rest.toString();
  }

  private void clear(int start, int end) {
    if (rest.length() == 0) {
      rest.append(text);
    }
    for (int position = start; position < end; position++) {
      if (text.charAt(position) != '\n') {
        rest.setCharAt(position, ' ');
      }
    }
  }

  /** The columns of the table that begins before this position and goes on there, if there is one. */
  public Optional<TableColumns> around(int position) {
    return places.stream()
        .filter(place -> place.start < position && position <= place.end)
        .map(place -> place.columns)
        .findFirst();
  }

  /** Reads the rest of a table that began before the text. Returns the position at which to go on. */
  private int continued(TableColumns columns) {
    int second = next(0); // the text may begin inside a line
    return columns.grid().cells(line(second)).isPresent() ? rows(columns, 0, second) : 0;
  }

  /** The start of the next line that may be the upper border of a table; negative if there is none. */
  private int border(int from) {
    int drawn = text.indexOf("\u2500\u252c\u2500", from);
    int typed = text.indexOf("-+-", from);
    int first = drawn < 0 || (typed >= 0 && typed < drawn) ? typed : drawn;
    return first < 0 ? -1 : Math.max(from, text.lastIndexOf('\n', first) + 1);
  }

  /** Reads the table with this border. Returns the position at which to go on. */
  private int table(int border) {
    int at = next(border);
    Optional<TableGrid> grid = TableGrid.ofBorder(line(border));
    List<List<String>> header = new ArrayList<>();
    while (grid.isPresent() && at < text.length() && header.size() < LONGEST_HEADER) {
      Optional<List<String>> cells = grid.get().cells(line(at));
      if (cells.isEmpty()) {
        return at;
      }
      int start = at;
      at = next(at);
      if (cells.get().stream().allMatch(TableGrid::isHorizontal)) {
        TableColumns columns = new TableColumns(grid.get(), header, cells.get().size());
        return columns.listsBlockedPackages() || columns.listsWaivers()
            ? rows(columns, border, at)
            : start;
      }
      header.add(cells.get());
    }
    return at;
  }

  /** Reads the rows of a table from a position on. Returns the position after the table. */
  private int rows(TableColumns columns, int start, int from) {
    AuditTable table = new AuditTable(columns);
    int at = from;
    while (at < text.length()) {
      Optional<List<String>> cells = columns.grid().cells(line(at));
      if (cells.isEmpty()) {
        break;
      }
      table.add(cells.get(), at, next(at));
      at = next(at);
    }
    if (columns.listsBlockedPackages()) {
      found.addAll(table.finish());
    }
    clear(start, at);
    places.add(new Place(columns, start, at));
    return at;
  }

  private int next(int position) {
    int lineFeed = text.indexOf('\n', position);
    return lineFeed < 0 ? text.length() : lineFeed + 1;
  }

  private String line(int start) {
    int end = Math.min(next(start), start + LONGEST_LINE);
    return text.substring(start, end).stripTrailing();
  }

  /** A table between two positions. */
  private static final class Place {
    private final TableColumns columns;
    private final int start;
    private final int end;

    Place(TableColumns columns, int start, int end) {
      this.columns = columns;
      this.start = start;
      this.end = end;
    }
  }
}
