package io.github.xrayclient.diagnostics.block;

/**
 * Ant's patterns: {@code ?} is one character, {@code *} any number within a path element, {@code **}
 * any number of elements. A slash at the end stands for all that is below.
 */
final class AntPattern {
  private AntPattern() {}

  static boolean matches(String pattern, String path) {
    String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
    return elements(whole.split("/"), path.split("/"));
  }

  /** By a table over both lists of elements, so that no pattern can run away. */
  private static boolean elements(String[] pattern, String[] path) {
    boolean[] reached =
        new boolean[path.length + 1]; // which path prefixes the pattern so far takes
    reached[0] = true;
    for (String element : pattern) {
      boolean[] next = new boolean[path.length + 1];
      if (element.equals("**")) {
        boolean any = false;
        for (int i = 0; i <= path.length; i++) {
          any |= reached[i];
          next[i] = any;
        }
      } else {
        for (int i = 0; i < path.length; i++) {
          next[i + 1] = reached[i] && element(element, path[i]);
        }
      }
      reached = next;
    }
    return reached[path.length];
  }

  private static boolean element(String pattern, String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      boolean[] next = new boolean[text.length() + 1];
      boolean any = false;
      for (int i = 0; i <= text.length(); i++) {
        any |= reached[i];
        if (c == '*') {
          next[i] = any;
        } else if (i > 0) {
          next[i] = reached[i - 1] && (c == '?' || c == text.charAt(i - 1));
        }
      }
      reached = next;
    }
    return reached[text.length()];
  }
}
