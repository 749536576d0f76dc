package io.github.xrayclient.diagnostics.internal.refusal.text;

/** Copies a text with changes and records where each part of the copy comes from. Not thread-safe. */
final class Rewriting {
  private final String source;
  private final StringBuilder copy;
  private final OffsetMap shifts = new OffsetMap();
  private int copied; // the position in the source behind everything that was copied or left out

  Rewriting(String source) {
    this.source = source;
    this.copy = new StringBuilder(source.length());
  }

  /** Copies everything up to this position that was not copied or left out yet. */
  void copyTo(int position) {
    if (position > copied) {
      shifts.add(copy.length(), copied);
      copy.append(source, copied, position);
      copied = position;
    }
  }

  /** Leaves out everything up to this position that was not copied yet. */
  void skipTo(int position) {
    copied = Math.max(copied, position);
  }

  /** Writes this text in place of everything up to the position that was not copied yet. */
  void replaceTo(int position, String text) {
    shifts.add(copy.length(), copied);
    copy.append(text);
    skipTo(position);
  }

  /** Removes the last character of the copy, unless it ends a line. */
  void eraseLast() {
    int last = copy.length() - 1;
    if (last >= 0 && copy.charAt(last) != '\n') {
      copy.setLength(last);
    }
  }

  /** The copy of the whole source. */
  RewrittenText finish() {
    copyTo(source.length());
    shifts.add(copy.length(), source.length());
    return new RewrittenText(copy.toString(), shifts);
  }
}
