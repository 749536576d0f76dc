package io.github.xrayclient.diagnostics.internal.refusal.text;

/** A changed copy of a text, whose positions can be converted to those of the original. */
final class RewrittenText {
  private final String text;
  private final OffsetMap shifts;

  RewrittenText(String text, OffsetMap shifts) {
    this.text = text;
    this.shifts = shifts;
  }

  /** A text to which nothing was done. */
  static RewrittenText unchanged(String text) {
    return new RewrittenText(text, new OffsetMap());
  }

  String text() {
    return text;
  }

  /** The position in the original. */
  int origin(int position) {
    return shifts.origin(position);
  }
}
