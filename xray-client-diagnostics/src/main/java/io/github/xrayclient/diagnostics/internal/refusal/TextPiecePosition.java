package io.github.xrayclient.diagnostics.internal.refusal;

/** Where in the text that is searched a piece of it stands. */
final class TextPiecePosition {
  private final int from;
  private final int to;
  private final boolean whole;
  private final OffsetMap shifts = new OffsetMap();

  private TextPiecePosition(int from, int to, boolean whole) {
    this.from = from;
    this.to = to;
    this.whole = whole;
  }

  /**
   * A piece that begins here, and of which the place of each character is known.
   *
   * @param whole false if more text may stand before it
   */
  static TextPiecePosition startingAt(int from, boolean whole) {
    return new TextPiecePosition(from, -1, whole);
  }

  /** Some string of an object that stands between these positions. */
  static TextPiecePosition within(int from, int to) {
    return new TextPiecePosition(from, to, true);
  }

  /** To be told which characters were left out of the piece. */
  OffsetMap shifts() {
    return shifts;
  }

  boolean isWhole() {
    return whole;
  }

  int start(int position) {
    return to < 0 ? from + shifts.origin(position) : from;
  }

  int end(int position) {
    return to < 0 ? from + shifts.origin(position) : to;
  }
}
