package io.github.xrayclient.internal.paging;

import java.util.ArrayList;
import java.util.List;

/** Elements of a page that were not given before, and where each stands in the listing. */
public final class Batch<T> {
  private final List<T> items = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private long end;

  /** Whether every element of the page was seen before. */
  boolean allKnown = true;

  /** Adds an element that stands at this place in the listing. */
  public void add(T item, long position) {
    items.add(item);
    positions.add(position);
  }

  /** Says where the listing goes on after these elements. */
  public void endsAt(long position) {
    end = position;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public List<T> items() {
    return items;
  }

  /** Where the element of this index stands; behind the last one, where the listing goes on. */
  long position(int index) {
    return index < positions.size() ? positions.get(index) : end;
  }

  /** The elements that stand before this place in the listing. */
  public List<T> itemsBefore(long position) {
    int count = 0;
    while (count < positions.size() && positions.get(count) < position) {
      count++;
    }
    return items.subList(0, count);
  }

  /** Where the listing goes on after these elements. */
  public long end() {
    return end;
  }
}
