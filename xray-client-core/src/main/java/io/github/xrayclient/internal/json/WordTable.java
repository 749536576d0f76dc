package io.github.xrayclient.internal.json;

import io.github.xrayclient.value.WireValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A hash table that finds the value of a word without creating a text. Immutable. */
final class WordTable {
  private final int size;
  private final char[][] spellings;
  private final WireValue[] words;

  WordTable(Collection<? extends WireValue> words) {
    this.size = words.size();
    int slots = Integer.highestOneBit(size + 1) * 4; // never full, so each search ends
    this.spellings = new char[slots][];
    this.words = new WireValue[slots];
    for (WireValue word : words) {
      char[] spelling = word.wire().toCharArray();
      int slot = slot(spelling, 0, spelling.length);
      spellings[slot] = spelling;
      this.words[slot] = word;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns the value of exactly this word, or null. */
  @Nullable
  WireValue find(char[] text, int offset, int length) {
    return words[slot(text, offset, length)];
  }

  /** Returns the index at which the word is, or would be added. */
  private int slot(char[] text, int offset, int length) {
    int hash = length;
    if (length > 0) {
      hash += 31 * text[offset] + 7 * text[offset + length - 1];
    }
    int slot = hash & spellings.length - 1;
    while (spellings[slot] != null && !same(spellings[slot], text, offset, length)) {
      slot = slot + 1 & spellings.length - 1;
    }
    return slot;
  }

  private static boolean same(char[] spelling, char[] text, int offset, int length) {
    if (spelling.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (spelling[i] != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
