package io.github.xrayclient.diagnostics.internal.refusal.words;

import java.util.regex.Pattern;

/** Recognizes what stands in place of a value in documentation, in source code and in scripts. */
final class Placeholder {
  private static final Pattern OF_PROGRAMS = Pattern.compile(
      "%\\d*\\$?[sdvq]|[$#]?\\{+[^{}/]*\\}+|\\$\\w+|\\$\\([^()]*\\)|[\"'] ?[+.&] ?.*");
  private static final Pattern OF_PEOPLE =
      Pattern.compile("<[^<>]*>|\\[[^\\[\\]]*\\]|\\.\\.\\.|\u2026");

  private Placeholder() {}

  /** Whether a program would put a value here: {@code %s}, <code>${path}</code>, {@code " + path}. */
  static boolean isOfProgram(String value) {
    return OF_PROGRAMS.matcher(value).matches();
  }

  /** Whether a writer left out a value here: {@code <path>}, {@code ...}. */
  static boolean isOfPeople(String value) {
    return OF_PEOPLE.matcher(value).matches();
  }
}
