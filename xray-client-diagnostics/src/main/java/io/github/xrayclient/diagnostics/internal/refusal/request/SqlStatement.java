package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.regex.Pattern;

/** Recognizes statements of SQL, which store or look up an address and a status that no server gave. */
final class SqlStatement {
  private static final Pattern STATEMENT = Pattern.compile(
      "\\binsert\\s+into\\s+[^\\s(]{1,100}\\s*(?:\\(|$|(?:values|select)\\b)|(?:^|\\))\\s*values\\s*\\("
          + "|\\bupdate\\s+\\S{1,100}\\s+set\\s+\\S{1,100}\\s*="
          + "|\\b(?:select\\s.{1,200}?|delete)\\s+from\\s+\\S{1,100}\\s+where\\b",
      Pattern.CASE_INSENSITIVE);

  private SqlStatement() {}

  /** Whether a line has a statement or the values of one. */
  static boolean isIn(String line) {
    return STATEMENT.matcher(line).find();
  }
}
