package io.github.xrayclient.paging;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One page of a listing as one answer gave it. Immutable.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
  private final List<T> items;
  private final OptionalLong total;
  private final OptionalInt size;
  private final boolean complete;

  private Page(List<T> items, OptionalLong total, OptionalInt size, boolean complete) {
    this.items = List.copyOf(items);
    this.total = total;
    this.size = size;
    this.complete = complete;
  }

  /** A page of a longer listing; the server may be silent on the total and on the page size. */
  public static <T> Page<T> of(List<T> items, OptionalLong total, OptionalInt size) {
    return new Page<>(items, total, size, false);
  }

  /** A listing that came whole, without a word about pages. */
  public static <T> Page<T> complete(List<T> items) {
    return new Page<>(items, OptionalLong.of(items.size()), OptionalInt.empty(), true);
  }

  /** The elements, in the server's order. */
  public List<T> items() {
    return items;
  }

  /** How many elements there are on all pages, as this one answer said. */
  public OptionalLong total() {
    return total;
  }

  /** The page size that the server says it used, which may be less than what was asked for. */
  public OptionalInt size() {
    return size;
  }

  /** Whether this is the whole listing, because the server does not page it. */
  public boolean isComplete() {
    return complete;
  }
}
