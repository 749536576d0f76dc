package io.github.xrayclient.examples.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a table whose rows show values of one type. Immutable. */
public final class Columns<T> {
  private final List<String> headings;
  private final List<Function<? super T, ?>> cells;
  private final boolean hasSentences;

  private Columns(List<String> headings, List<Function<? super T, ?>> cells, boolean hasSentences) {
    this.headings = headings;
    this.cells = cells;
    this.hasSentences = hasSentences;
  }

  /** A first column. */
  public static <T> Columns<T> of(String heading, Function<? super T, ?> cell) {
    return new Columns<>(List.of(heading), List.of(cell), false);
  }

  /**
   * One more column.
   *
   * @param cell returns what the column shows: text or another value, an optional one, or a
   *     collection, whose elements are separated by commas
   */
  public Columns<T> and(String heading, Function<? super T, ?> cell) {
    List<String> allHeadings = new ArrayList<>(headings);
    allHeadings.add(heading);
    List<Function<? super T, ?>> allCells = new ArrayList<>(cells);
    allCells.add(cell);
    return new Columns<>(allHeadings, allCells, hasSentences);
  }

  /** The same columns, the last of which has sentences, as in {@link Table#withSentences}. */
  public Columns<T> withSentences() {
    return new Columns<>(headings, cells, true);
  }

  /** A table with the headings only. */
  public Table table() {
    Table table = new Table(headings.toArray(String[]::new));
    return hasSentences ? table.withSentences() : table;
  }

  /** Adds a row for a value to a table of these columns. */
  public void row(Table table, T value) {
    table.row(cells.stream().map(cell -> text(cell.apply(value))).toArray(String[]::new));
  }

  private static String text(Object value) {
    if (value instanceof Optional) {
      return ((Optional<?>) value).map(Columns::text).orElse("");
    }
    return value instanceof Collection
        ? ((Collection<?>) value).stream().map(Columns::text).collect(Collectors.joining(", "))
        : value.toString();
  }
}
