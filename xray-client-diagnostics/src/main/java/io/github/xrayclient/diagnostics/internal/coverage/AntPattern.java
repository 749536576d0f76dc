package io.github.xrayclient.diagnostics.internal.coverage;

/**
 * An Ant pattern: {@code ?} is one character, {@code *} any number within a path element, {@code **}
 * any number of elements. A slash at the end stands for all that is below. Immutable.
 */
final class AntPattern {
  private static final int LONGEST = 10_000;

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

  /** Whether it is longer than any pattern in use, so that it is not evaluated. */
  boolean isTooLong() {
    return text.length() > LONGEST;
  }

  /** The number of characters, to which the work of matching is proportional. */
  int length() {
    return text.length();
  }

  /** By a table over both lists of elements, so that no pattern can run away. */
  boolean matches(String whole) {
    String[] path = whole.split("/", 0); // a slash at the end adds no element
    boolean[] reached =
        new boolean[path.length + 1]; // which prefixes of the path match the pattern so far
    reached[0] = true;
    boolean any = true;
    for (int e = 0; e < elements.length && any; e++) {
      String element = elements[e];
      boolean everything = element.equals("**");
      boolean before = false; // whether the prefix that is shorter by one was reached
      any = false;
      for (int i = 0; i <= path.length; i++) {
        boolean now = reached[i];
        reached[i] =
            everything ? now || (i > 0 && reached[i - 1]) : before && element(element, path[i - 1]);
        any |= reached[i];
        before = now;
      }
    }
    return reached[path.length];
  }

  private static boolean element(String pattern, String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    boolean any = true;
    for (int p = 0; p < pattern.length() && any; p++) {
      char c = pattern.charAt(p);
      boolean before = false;
      any = false;
      for (int i = 0; i <= text.length(); i++) {
        boolean now = reached[i];
        reached[i] = c == '*'
            ? now || (i > 0 && reached[i - 1])
            : before && (c == '?' || c == text.charAt(i - 1));
        any |= reached[i];
        before = now;
      }
    }
    return reached[text.length()];
  }

  @Override
  public String toString() {
    return text;
  }
}
