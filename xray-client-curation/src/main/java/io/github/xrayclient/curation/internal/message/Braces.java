package io.github.xrayclient.curation.internal.message;

/** Finds the ends of groups in braces, which may contain further braces. */
public final class Braces {
  private Braces() {}

  /** The position of the brace that closes the group, or the limit if the group is not closed. */
  public static int close(CharSequence text, int open, int limit) {
    int depth = 0;
    for (int at = open; at < limit; at++) {
      char c = text.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return limit;
  }
}
