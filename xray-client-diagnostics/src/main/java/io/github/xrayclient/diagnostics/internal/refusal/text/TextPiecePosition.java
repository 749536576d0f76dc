package io.github.xrayclient.diagnostics.internal.refusal.text;

/** The position of a piece in the searched text. */
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
   * The position of a piece that begins at {@code from}, and whose characters have known positions.
   *
   * @param whole false if there may be more text before the piece
   */
  static TextPiecePosition startingAt(int from, boolean whole) {
    return new TextPiecePosition(from, -1, whole);
  }

  /** The position of a string inside the JSON object between two positions. */
  static TextPiecePosition within(int from, int to) {
    return new TextPiecePosition(from, to, true);
  }

  /** Records which characters were left out of the piece. */
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
