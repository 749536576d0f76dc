package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;

/** Recognizes statements of SQL, which store or look up an address and a status that no server gave. */
final class SqlStatement {
  private static final WordPattern STATEMENT = WordPattern.ofAnyCase(
      "\\binsert\\s+into\\s+[^\\s(]{1,100}\\s*(?:\\(|$|(?:values|select)\\b)|(?:^|\\))\\s*values\\s*\\("
          + "|\\bupdate\\s+\\S{1,100}\\s+set\\s+\\S{1,100}\\s*="
          + "|\\b(?:select\\s.{1,200}?|delete)\\s+from\\s+\\S{1,100}\\s+where\\b",
      "insert",
      "values",
      "update",
      "select",
      "delete");

  private SqlStatement() {}

  /** Whether a line has a statement or the values of one. */
  static boolean isIn(String line) {
    return STATEMENT.isIn(line);
  }
}
