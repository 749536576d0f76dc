package io.github.xrayclient.internal.paging;

import io.github.xrayclient.value.WireValue;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The keys of the elements seen so far. Ids that are small numbers take a bit each. */
final class SeenKeys {
  private static final int DIGITS = 7; // so that the bits take 1.25 MB at most

  private final BitSet numbers = new BitSet();
  private final Set<Object> others = new HashSet<>();
  private int size;

  /** Adds a key; false if it was there. */
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

  /** The number that this text is the only spelling of, or -1. */
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
