package io.github.xrayclient.diagnostics.internal.coverage;

/**
 * An Ant pattern: {@code ?} matches one character, {@code *} any number of characters within a path
 * element, and {@code **} any number of elements. A slash at the end matches everything below the
 * folder. Immutable.
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

  /** Whether the pattern is empty or begins with a slash; what it then matches is not documented. */
  boolean isUndocumented() {
    return text.isEmpty() || text.startsWith("/");
  }

  /** Whether the pattern is too long to be evaluated. */
  boolean isTooLong() {
    return text.length() > LONGEST;
  }

  /** The number of characters. The time for matching is proportional to it. */
  int length() {
    return text.length();
  }

  /**
   * Matches with a table over the elements of the pattern and of the path, so that the time is
   * bounded for every pattern.
   */
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
