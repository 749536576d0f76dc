package io.github.xrayclient.diagnostics.internal.refusal.answer;

import java.util.Arrays;

/**
 * Goes through the lines of a text that contain at least one of some words, each line once. Only a part
 * of a very long line is looked at at a time. Not thread-safe.
 */
final class Lines {
  private static final int BEFORE = 1_024; // of a long line, before the word
  private static final int LONGEST = 4_096;

  private final String text;
  private final String folded;
  private final String[] words;
  private final int[] next;
  private int start;
  private int end;

  Lines(String text, String... words) {
    this.text = text;
    this.folded = fold(text);
    this.words = words;
    this.next = new int[words.length];
    Arrays.fill(next, -1);
    for (int i = 0; i < words.length; i++) {
      next[i] = position(words[i], 0);
    }
  }

  /** Goes to the next line. Returns whether there is one. */
  boolean next() {
    int word = Arrays.stream(next).min().orElse(Integer.MAX_VALUE);
    if (word == Integer.MAX_VALUE) {
      return false;
    }
    int from = Math.max(end, word - BEFORE);
    start = Math.max(from, text.lastIndexOf('\n', word) + 1);
    int lineFeed = text.indexOf('\n', word);
    int stop = lineFeed < 0 ? text.length() : lineFeed;
    end = Math.min(stop, start + LONGEST);
    for (int i = 0; i < words.length; i++) {
      if (next[i] < end) {
        next[i] = position(words[i], end);
      }
    }
    return true;
  }

  /** The position of this line. */
  int start() {
    return start;
  }

  /** The position after this line. */
  int end() {
    return end;
  }

  /** This line as it stands in the text. */
  String line() {
    return text.substring(start, end);
  }

  private int position(String word, int from) {
    int at = folded.indexOf(word, from);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int at = 0; at < folded.length; at++) {
      char c = folded[at];
      folded[at] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return new String(folded);
  }
}
