package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Page;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of a listing, as an answer contained it. Immutable. */
public final class ReceivedPage<T> implements Page<T> {
  private final List<T> items;
  private final OptionalLong total;
  private final OptionalInt size;
  private final boolean complete;

  private ReceivedPage(List<T> items, OptionalLong total, OptionalInt size, boolean complete) {
    this.items = List.copyOf(items);
    this.total = total;
    this.size = size;
    this.complete = complete;
  }

  /** Creates a page of a longer listing; the server may omit the total and the page size. */
  public static <T> ReceivedPage<T> of(List<T> items, OptionalLong total, OptionalInt size) {
    return new ReceivedPage<>(items, total, size, false);
  }

  /** Creates a page with a complete listing, from an answer without data about pages. */
  public static <T> ReceivedPage<T> complete(List<T> items) {
    return new ReceivedPage<>(items, OptionalLong.of(items.size()), OptionalInt.empty(), true);
  }

  @Override
  public List<T> items() {
    return items;
  }

  @Override
  public OptionalLong total() {
    return total;
  }

  @Override
  public OptionalInt size() {
    return size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ReceivedPage)) {
      return false;
    }
    ReceivedPage<?> page = (ReceivedPage<?>) other;
    return items.equals(page.items)
        && total.equals(page.total)
        && size.equals(page.size)
        && complete == page.complete;
  }

  @Override
  public int hashCode() {
    return Objects.hash(items, total, size, complete);
  }

  @Override
  public String toString() {
    return "Page{items=" + items + ", total=" + total + ", size=" + size + "}";
  }

  /** Returns a copy of this page without some of its elements. */
  ReceivedPage<T> without(Predicate<T> leftOut) {
    List<T> others = items.stream().filter(leftOut.negate()).collect(Collectors.toList());
    return new ReceivedPage<>(others, total, size, complete);
  }

  /** Whether this page is the complete listing, because the server does not page it. */
  public boolean isComplete() {
    return complete;
  }
}
