package io.github.xrayclient.internal.secret;

import java.util.Arrays;

/**
 * A text without white space and invisible characters, and with or without its escapes undone, that
 * knows where in the original each of its characters stands. Immutable once it is made.
 */
final class DecodedText {
  private char[] chars;
  private int[] from;
  private int[] to;
  private int length;

  private DecodedText(int capacity) {
    this.chars = new char[capacity];
    this.from = new int[capacity];
    this.to = new int[capacity];
  }

  /** The text as it is, without what could break a word. */
  static DecodedText of(String text) {
    DecodedText all = new DecodedText(text.length());
    for (int i = 0; i < text.length(); i++) {
      all.add(text.charAt(i), i, i + 1);
    }
    return all;
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  /** Where the character begins in the original. */
  int from(int index) {
    return from[index];
  }

  /** Where the character ends in the original. */
  int to(int index) {
    return to[index];
  }

  /** Whether white space, or something else that was dropped, stands before the character. */
  boolean isGapBefore(int index) {
    return index == 0 || from[index] > to[index - 1];
  }

  String between(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** A copy of the first characters, to add others. */
  DecodedText copy(int end) {
    DecodedText copy = new DecodedText(length);
    System.arraycopy(chars, 0, copy.chars, 0, end);
    System.arraycopy(from, 0, copy.from, 0, end);
    System.arraycopy(to, 0, copy.to, 0, end);
    copy.length = end;
    return copy;
  }

  /** Adds what the original holds between these indexes, unless it is dropped. */
  void add(char c, int start, int end) {
    if (isDropped(c)) {
      return;
    }
    if (length == chars.length) { // two characters of a pair may come of one short escape
      chars = Arrays.copyOf(chars, length + 16);
      from = Arrays.copyOf(from, length + 16);
      to = Arrays.copyOf(to, length + 16);
    }
    chars[length] = c;
    from[length] = start;
    to[length] = end;
    length++;
  }

  /** White space of any kind, and what is invisible: NUL of a text in UTF-16 is among it. */
  private static boolean isDropped(char c) {
    if (c <= '~') {
      return c <= ' ';
    }
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
