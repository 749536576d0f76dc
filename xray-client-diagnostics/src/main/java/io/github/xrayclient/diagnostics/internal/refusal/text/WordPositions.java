package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Arrays;

/**
 * The positions of a word in a text. They are found in one pass, so that looking them up many times
 * does not search the text again.
 */
public final class WordPositions {
  public static final int NONE = Integer.MAX_VALUE;

  private final int length;
  private final int[] positions;

  private WordPositions(int length, int[] positions) {
    this.length = length;
    this.positions = positions;
  }

  public static WordPositions of(String word, String text) {
    int[] positions = new int[8];
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      if (count == positions.length) {
        positions = Arrays.copyOf(positions, count * 2);
      }
      positions[count++] = at;
    }
    return new WordPositions(word.length(), Arrays.copyOf(positions, count));
  }

  boolean isEmpty() {
    return positions.length == 0;
  }

  /** The length of the word. */
  public int length() {
    return length;
  }

  /** The first position that is {@code position} or later, or {@link #NONE}. */
  public int from(int position) {
    int index = indexFrom(position);
    return index < positions.length ? positions[index] : NONE;
  }

  /** The last position at which the whole word lies within these two, or -1. */
  public int lastWithin(int from, int to) {
    int index = indexFrom(to - length + 1) - 1;
    return index >= 0 && positions[index] >= from ? positions[index] : -1;
  }

  private int indexFrom(int position) {
    int index = Arrays.binarySearch(positions, position);
    return index >= 0 ? index : -index - 1;
  }
}
