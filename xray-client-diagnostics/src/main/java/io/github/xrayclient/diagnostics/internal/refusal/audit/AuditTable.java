package io.github.xrayclient.diagnostics.internal.refusal.audit;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a table of {@code jf curation-audit}. A package has a row for each policy that
 * it violates. In all of its rows but the first, the columns that name the package are empty. Not
 * thread-safe.
 */
final class AuditTable {
  private final TableColumns columns;
  private final List<LocatedBlock> found = new ArrayList<>();
  private List<List<String>> row = new ArrayList<>();
  private Optional<ReportedPackage> reported = Optional.empty();
  private StringBuilder quoted = new StringBuilder(); // the rows of the package
  private int start;
  private int end;

  AuditTable(TableColumns columns) {
    this.columns = columns;
  }

  /** Adds a line of the table. */
  void add(List<String> cells, int lineStart, int lineEnd) {
    if (cells.stream().anyMatch(TableGrid::isHorizontal)) {
      finishRow();
      return;
    }
    if (row.isEmpty() && !columns.word(List.of(cells), "BLOCKEDPACKAGENAME").isEmpty()) {
      finishPackage();
      start = lineStart;
    }
    row.add(cells);
    end = lineEnd;
  }

  private void finishRow() {
    if (row.isEmpty()) {
      return;
    }
    String name = columns.word(row, "BLOCKEDPACKAGENAME");
    if (!name.isEmpty()) {
      String version = columns.word(row, "BLOCKEDPACKAGEVERSION");
      reported = version.replace(" ", "").contains("(notevaluated)")
          ? Optional.empty()
          : Optional.of(ReportedPackage.named(name, version)
              .because(columns.text(row, "BLOCKINGREASON", " "))
              .requestedFrom(columns.word(row, "BLOCKEDPACKAGEURL")));
    }
    String policy = columns.text(row, "VIOLATEDPOLICYNAME", " ");
    String condition = columns.text(row, "VIOLATEDCONDITIONNAME", " ");
    String explanation = columns.text(row, "EXPLANATION", "\n");
    String recommendation = columns.text(row, "RECOMMENDATION", "\n");
    reported.ifPresent(each -> each.violates(policy, condition, explanation, recommendation));
    quoted
        .append(name)
        .append(' ')
        .append(columns.word(row, "BLOCKEDPACKAGEVERSION"))
        .append(' ')
        .append(String.join(", ", policy, condition, explanation, recommendation));
    row = new ArrayList<>();
  }

  private void finishPackage() {
    String text = quoted.toString().replaceAll("\\s+", " ").strip();
    reported.ifPresent(each -> found.add(new LocatedBlock(start, end, each.refusal(text))));
    reported = Optional.empty();
    quoted = new StringBuilder();
  }

  /** The refusals of all rows, with the positions of their lines. */
  List<LocatedBlock> finish() {
    finishRow();
    finishPackage();
    return found;
  }
}
