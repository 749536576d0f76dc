package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Arrays;

/**
 * Maps the positions in a text to the positions in the original text, from which characters were
 * left out. Entries are added from left to right; a later entry for a position replaces an earlier
 * one. Not thread-safe.
 */
final class OffsetMap {
  private int[] positions = new int[8];
  private int[] distances = new int[8];
  private int count;

  /** Records that the text from {@code position} on begins at {@code origin} in the original. */
  void add(int position, int origin) {
    int distance = origin - position;
    while (count > 0 && positions[count - 1] >= position) {
      count--;
    }
    if (distance == (count == 0 ? 0 : distances[count - 1])) {
      return;
    }
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, count * 2);
      distances = Arrays.copyOf(distances, count * 2);
    }
    positions[count] = position;
    distances[count++] = distance;
  }

  int origin(int position) {
    int found = Arrays.binarySearch(positions, 0, count, position);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? position : position + distances[index];
  }
}
