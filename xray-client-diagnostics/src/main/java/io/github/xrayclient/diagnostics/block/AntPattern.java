package io.github.xrayclient.diagnostics.block;

/**
 * An Ant pattern: {@code ?} is one character, {@code *} any number within a path element, {@code **}
 * any number of elements. A slash at the end stands for all that is below. Immutable.
 */
final class AntPattern {
  private final String text;
  private final String[] elements;

  private AntPattern(String text) {
    this.text = text;
    this.elements = (text.endsWith("/") ? text + "**" : text).split("/");
  }

  static AntPattern of(String text) {
    return new AntPattern(text);
  }

  /** Whether it could match in a form that no document describes. */
  boolean isOdd() {
    return text.isEmpty() || text.startsWith("/");
  }

  /** By a table over both lists of elements, so that no pattern can run away. */
  boolean matches(String whole) {
    String[] path = whole.split("/");
    boolean[] reached =
        new boolean[path.length + 1]; // which path prefixes the pattern so far takes
    reached[0] = true;
    for (String element : elements) {
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

  @Override
  public String toString() {
    return text;
  }
}
