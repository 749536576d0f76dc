package io.github.xrayclient.internal.paging;

import io.github.xrayclient.value.WireValue;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The keys of the elements read so far. An id that is a small number needs one bit. */
final class SeenKeys {
  private static final int DIGITS = 7; // the bits then take at most 1.25 MB

  private final BitSet numbers = new BitSet();
  private final Set<Object> others = new HashSet<>();
  private int size;

  /** Adds a key; returns false if it was there already. */
  boolean add(Object key) {
    int number = number(key);
    boolean isNew = number < 0 ? others.add(key) : !numbers.get(number);
    if (number >= 0) {
      numbers.set(number);
    }
    size += isNew ? 1 : 0;
    return isNew;
  }

  boolean contains(Object key) {
    int number = number(key);
    return number < 0 ? others.contains(key) : numbers.get(number);
  }

  int size() {
    return size;
  }

  private static int number(Object key) {
    return key instanceof WireValue ? number(((WireValue) key).wire()) : -1;
  }

  /** Returns the number if this text is its only spelling, or -1. */
  private static int number(String text) {
    int length = text.length();
    if (length == 0 || length > DIGITS || (length > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
