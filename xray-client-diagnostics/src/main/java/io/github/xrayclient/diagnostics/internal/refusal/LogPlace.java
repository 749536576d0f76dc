package io.github.xrayclient.diagnostics.internal.refusal;

/** A place in a whole log. Immutable. */
final class LogPlace {
  private final long line;
  private final long start;
  private final long end;

  /**
   * Describes a place.
   *
   * @param line the line on which it begins
   * @param start its position in characters from the beginning of the log
   * @param end the position behind it
   */
  LogPlace(long line, long start, long end) {
    this.line = line;
    this.start = start;
    this.end = end;
  }

  long line() {
    return line;
  }

  boolean isBefore(LogPlace other) {
    return start < other.start;
  }

  /** Whether the other place begins in this one. */
  boolean contains(LogPlace other) {
    return start <= other.start && other.start <= end;
  }
}
