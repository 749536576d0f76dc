package io.github.xrayclient.diagnostics.internal.refusal;

/** Counts the lines of a text from left to right, each character once. Not thread-safe. */
final class LineCounter {
  private final String text;
  private int counted;
  private long line;

  /**
   * Begins at a position.
   *
   * @param line the line of this position
   */
  LineCounter(String text, int position, long line) {
    this.text = text;
    this.counted = position;
    this.line = line;
  }

  /** The line of a position that is not before the position of the last call. */
  long at(int position) {
    for (; counted < position; counted++) {
      line += text.charAt(counted) == '\n' ? 1 : 0;
    }
    return line;
  }
}
