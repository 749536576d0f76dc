package io.github.xrayclient.internal.paging;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a server ignores the numbers of pages. Such a server answers with the same page
 * again and again. Not thread-safe.
 */
final class PageNumbers<T> {
  private final PageSource<T> source;
  private final WalkLimits limits;
  private @Nullable PlacedPage<T> latest; // the page whose elements were added last
  private boolean used; // the server certainly uses the numbers

  PageNumbers(PageSource<T> source, WalkLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  /** Notes a page whose elements were added. */
  void added(PlacedPage<T> page) {
    latest = page;
  }

  /**
   * Whether this page may only be equal to the page before it because the server ignores the
   * number. To tell this from pages that are equal by chance, it requests a page after the end: a
   * server that ignores the number has elements there, too.
   */
  boolean mayBeIgnored(PlacedPage<T> page, int size, OptionalLong total) {
    if (used || !equalsLatest(page)) {
      return false;
    }
    if (total.isPresent()) {
      long after = (total.getAsLong() + size - 1) / size + 1;
      ReceivedPage<T> beyond = source.fetch(after, size);
      limits.requestMade(beyond.total());
      used = beyond.items().isEmpty() || (after - 1) * size < beyond.total().orElse(0);
    }
    return !used;
  }

  /** Whether a page has the same elements as the page before it, and none of them has an id. */
  private boolean equalsLatest(PlacedPage<T> page) {
    List<T> items = page.page.items();
    return latest != null
        && page.start() >= latest.end()
        && !items.isEmpty()
        && items.equals(latest.page.items())
        && items.stream().noneMatch(source::hasId);
  }
}
