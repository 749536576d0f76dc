package io.github.xrayclient.internal.secret;

import java.util.Arrays;

/**
 * A text without white space and invisible characters, in which escapes may be decoded. It knows
 * the position of each character in the original text. Immutable once it is complete.
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

  /** Returns the text without white space and invisible characters; escapes are kept. */
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

  /** Returns the index in the original at which a character begins. */
  int from(int index) {
    return from[index];
  }

  /** Returns the index in the original at which a character ends. */
  int to(int index) {
    return to[index];
  }

  /** Whether the original has white space or an invisible character before a character. */
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

  /** Returns a copy of the first characters, to which others can be added. */
  DecodedText copy(int end) {
    DecodedText copy = new DecodedText(length);
    System.arraycopy(chars, 0, copy.chars, 0, end);
    System.arraycopy(from, 0, copy.from, 0, end);
    System.arraycopy(to, 0, copy.to, 0, end);
    copy.length = end;
    return copy;
  }

  /**
   * Adds a character that the original has between two indexes, unless it is white space or
   * invisible.
   */
  void add(char c, int start, int end) {
    if (isDropped(c)) {
      return;
    }
    if (length == chars.length) { // a short escape may become two characters
      chars = Arrays.copyOf(chars, length + 16);
      from = Arrays.copyOf(from, length + 16);
      to = Arrays.copyOf(to, length + 16);
    }
    chars[length] = c;
    from[length] = start;
    to[length] = end;
    length++;
  }

  /**
   * Whether a character is white space or invisible. NUL is included, which UTF-16 read as ASCII
   * contains.
   */
  private static boolean isDropped(char c) {
    if (c <= '~') {
      return c <= ' ';
    }
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
