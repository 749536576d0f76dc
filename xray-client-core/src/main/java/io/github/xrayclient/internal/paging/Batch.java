package io.github.xrayclient.internal.paging;

import java.util.ArrayList;
import java.util.List;

/** The new elements of a page, with the position of each element in the listing. */
public final class Batch<T> {
  private final List<T> items = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private long end;

  /** Whether every element of the page was given before. */
  boolean allKnown = true;

  /** Adds an element with its position in the listing. */
  public void add(T item, long position) {
    items.add(item);
    positions.add(position);
  }

  /** Sets the position at which the listing continues after these elements. */
  public void endsAt(long position) {
    end = position;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public List<T> items() {
    return items;
  }

  /**
   * Returns the position of an element. For the index after the last element, this is the position
   * at which the listing continues.
   */
  long position(int index) {
    return index < positions.size() ? positions.get(index) : end;
  }

  /** Returns the elements before a position in the listing. */
  public List<T> itemsBefore(long position) {
    int count = 0;
    while (count < positions.size() && positions.get(count) < position) {
      count++;
    }
    return items.subList(0, count);
  }

  /** Returns the position at which the listing continues after these elements. */
  public long end() {
    return end;
  }
}
