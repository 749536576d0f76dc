package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Arrays;
import java.util.List;

/** The places in a text at which one of some words stands, found from left to right. Not thread-safe. */
public final class WordMarks {
  /** No further place. */
  public static final int NONE = Integer.MAX_VALUE;

  private final String text;
  private final List<String> words;
  private final int[] next;

  /** Prepares to find words, whose letter case matters. */
  public WordMarks(String text, List<String> words) {
    this.text = text;
    this.words = words;
    this.next = new int[words.size()];
    Arrays.fill(next, -1);
  }

  /** The first place that is not before a position, or {@link #NONE}. Positions never decrease. */
  public int from(int position) {
    int nearest = NONE;
    for (int word = 0; word < next.length; word++) {
      if (next[word] < position) {
        int at = text.indexOf(words.get(word), position);
        next[word] = at < 0 ? NONE : at;
      }
      nearest = Math.min(nearest, next[word]);
    }
    return nearest;
  }
}
