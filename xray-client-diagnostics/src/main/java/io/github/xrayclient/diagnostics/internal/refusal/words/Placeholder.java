package io.github.xrayclient.diagnostics.internal.refusal.words;

import java.util.regex.Pattern;

/** Recognizes what stands in place of a value in documentation, in source code and in scripts. */
final class Placeholder {
  private static final Pattern OF_PROGRAMS = Pattern.compile(
      "%(?:\\d+\\$|\\(\\w+\\))?[sdvq]|%\\w+%|[$#%]?\\{+[^{}/]*\\}+|\\$\\w+|[$\\\\]\\([^()]*\\)|<%[^<>]*%>"
          + "|[\"'] ?[+.&] ?.*"
          // wildcards and regular expressions
          + "|[\"']?[*%][\"']?|\\(\\?.*\\)|\\(?(?:\\.|\\\\[SDwd]|\\[\\^?[^\\]]*\\])[*+]\\??\\)?");
  private static final Pattern OF_PEOPLE =
      Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*\\]|\\.\\.\\.|\u2026"
          + "|\\*{3,}|PATH|NAME|VERSION|REPO(?:[_-]?KEY|SITORY)?");

  /** What build servers and loggers put in place of a secret, which may be a part of a value. */
  private static final Pattern MASK =
      Pattern.compile("\\*{3}|\\[(?i:masked|redacted|filtered|secure)\\]");

  private Placeholder() {}

  /** Whether a program would put a value here: {@code %s}, <code>${path}</code>, {@code " + path}. */
  static boolean isOfProgram(String value) {
    return OF_PROGRAMS.matcher(value).matches();
  }

  /** Whether a writer left out a value here: {@code <path>}, {@code PATH}, {@code ...}. */
  static boolean isOfPeople(String value) {
    return OF_PEOPLE.matcher(value).matches();
  }

  /** Whether a part of the value was replaced because it looked like a secret. */
  static boolean isMasked(String value) {
    return MASK.matcher(value).find();
  }
}
