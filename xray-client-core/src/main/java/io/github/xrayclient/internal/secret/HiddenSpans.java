package io.github.xrayclient.internal.secret;

import java.util.BitSet;

/** The parts of a text that are hidden. */
final class HiddenSpans {
  private static final String HIDDEN = "***";

  private final BitSet characters = new BitSet();
  private int lastStart = -1;
  private int lastEnd = -1;

  /** Hides a part. Overlapping parts that are added from left to right are merged. */
  void add(int start, int end) {
    boolean overlaps = start >= lastStart && start <= lastEnd;
    characters.set(overlaps ? Math.min(lastEnd, end) : start, end);
    lastStart = overlaps ? lastStart : start;
    lastEnd = overlaps ? Math.max(lastEnd, end) : end;
  }

  /** Returns the text with {@code ***} instead of each hidden part. */
  String applyTo(String text) {
    int start = characters.nextSetBit(0);
    if (start < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    int shownTo = 0;
    for (; start >= 0; start = characters.nextSetBit(shownTo)) {
      shown.append(text, shownTo, start).append(HIDDEN);
      shownTo = characters.nextClearBit(start);
    }
    return shown.append(text, shownTo, text.length()).toString();
  }
}
