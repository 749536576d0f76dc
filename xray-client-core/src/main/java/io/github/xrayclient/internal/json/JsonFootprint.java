package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Estimates the memory that the values of a JSON text take, before they are created: a text of 60
 * MB that consists of {@code {},{},…} would take 2 GB. It reads the bytes once, and only if the
 * text is long enough to exceed the limit.
 */
final class JsonFootprint {
  /** The largest number of bytes that the values of a text may take, by estimate. */
  static final long LIMIT = 384L << 20;

  private static final int DEEPEST = 1_000; // Jackson refuses deeper nesting

  private static final int OBJECT = 96;
  private static final int FIRST_MEMBER = 128; // an object that is not empty has a hash table
  private static final int MEMBER = 16; // its name is shared with other objects
  private static final int MEMBER_OF_A_LARGE_OBJECT = 104; // its name is probably not shared
  private static final int LARGE_OBJECT = 64;
  private static final int ARRAY = 56;
  private static final int STRING = 72;
  private static final int WORD = 8; // true, false and null are shared objects
  private static final int SHORT_NUMBER = 24;
  private static final int LONG_NUMBER = 88; // may become a BigDecimal or a BigInteger
  private static final int LONGEST_SHORT_NUMBER = 18;

  /** The most memory for each byte of a text; the text {@code {},{}} takes that much. */
  private static final int MOST_PER_BYTE = OBJECT / 3;

  /** The length up to which texts are not checked, since they cannot exceed the limit. */
  static final int FREE = (int) (LIMIT / MOST_PER_BYTE);

  private final byte[] json;
  private final int end;
  private final long limit;
  private final int[] members = new int[DEEPEST + 1];
  private int at;
  private int depth;
  private long cost;
  private long costOfLastString;

  private JsonFootprint(byte[] json, int from, int length, long limit) {
    this.json = json;
    this.limit = limit;
    this.at = from;
    this.end = from + length;
  }

  /**
   * Refuses a text whose values would take too much memory. A text that is not JSON is left to the
   * parser.
   *
   * @param limit the largest number of bytes, by estimate
   * @throws StreamConstraintsException if the values take more
   */
  static void check(byte[] json, int from, int length, long limit)
      throws StreamConstraintsException {
    if (length > limit / MOST_PER_BYTE) {
      new JsonFootprint(json, from, length, limit).check();
    }
  }

  private void check() throws StreamConstraintsException {
    for (int i = at; i < at + 4; i++) {
      if (json[i] == 0 || (json[i] & 0xfe) == 0xfe) {
        throw new StreamConstraintsException("a JSON text of this size must be encoded in UTF-8");
      }
    }
    while (at < end && depth >= 0 && depth <= DEEPEST) {
      step(json[at++]);
      if (cost > limit) {
        throw new StreamConstraintsException("the values of the JSON would take more than "
            + (limit >> 20)
            + " MiB of memory, so it is not read; request less data at a time");
      }
    }
  }

  private void step(byte b) {
    switch (b) {
      case '"':
        costOfLastString = string();
        cost += costOfLastString;
        break;
      case ':':
        cost += member() - costOfLastString;
        costOfLastString = 0;
        break;
      case '{':
        cost += OBJECT;
        open();
        break;
      case '[':
        cost += ARRAY;
        open();
        break;
      case '}':
      case ']':
        depth--;
        break;
      default:
        if (b == '-' || (b >= '0' && b <= '9')) {
          cost += number();
        } else if (b >= 'a' && b <= 'z') {
          cost += WORD;
          skipWord();
        }
    }
  }

  private void open() {
    depth++;
    if (depth <= DEEPEST) {
      members[depth] = 0;
    }
  }

  private int member() {
    int number = ++members[depth];
    return number == 1 ? FIRST_MEMBER : number <= LARGE_OBJECT ? MEMBER : MEMBER_OF_A_LARGE_OBJECT;
  }

  /** Skips a text including its closing quotation mark. */
  private long string() {
    int begin = at;
    while (at < end && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
    return STRING + (long) (at - begin);
  }

  private int number() {
    int begin = at;
    boolean whole = true;
    for (; at < end; at++) {
      byte b = json[at];
      boolean fraction = b == '.' || b == 'e' || b == 'E' || b == '+' || b == '-';
      if (!fraction && (b < '0' || b > '9')) {
        break;
      }
      whole &= !fraction;
    }
    int length = at - begin + 1;
    return whole && length <= LONGEST_SHORT_NUMBER ? SHORT_NUMBER : LONG_NUMBER + length;
  }

  private void skipWord() {
    while (at < end && json[at] >= 'a' && json[at] <= 'z') {
      at++;
    }
  }
}
