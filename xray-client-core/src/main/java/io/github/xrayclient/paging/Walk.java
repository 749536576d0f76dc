package io.github.xrayclient.paging;

import java.util.Objects;

/**
 * How a listing is walked: where pages come from, how large they are, where to begin. Immutable.
 *
 * @param <T> what is listed
 */
public final class Walk<T> {
  private final PageSource<T> source;
  private final int pageSize;
  private final long offset;
  private final int prefetch;

  private Walk(PageSource<T> source, int pageSize, long offset, int prefetch) {
    this.source = source;
    this.pageSize = pageSize;
    this.offset = offset;
    this.prefetch = prefetch;
  }

  /** A walk from the first element in pages of 100. */
  public static <T> Walk<T> of(PageSource<T> source) {
    return new Walk<>(Objects.requireNonNull(source, "source"), 100, 0, 0);
  }

  /** A copy of this walk with pages of this size, 1 or more. */
  public Walk<T> withPageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pageSize must be 1 or more, but was " + size);
    }
    return new Walk<>(source, size, offset, prefetch);
  }

  /** A copy of this walk that begins at this element, counted from 0. */
  public Walk<T> withOffset(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("offset must be 0 or more, but was " + first);
    }
    return new Walk<>(source, pageSize, first, prefetch);
  }

  /** A copy of this walk that fetches this many pages ahead, 0 to 100. */
  public Walk<T> withPrefetch(int pages) {
    if (pages < 0 || pages > 100) {
      throw new IllegalArgumentException("prefetch must be 0 to 100 pages, but was " + pages);
    }
    return new Walk<>(source, pageSize, offset, pages);
  }

  /** Begins to read; nothing is fetched yet. */
  Batches<T> begin() {
    PageWalker<T> walker = new PageWalker<>(source, pageSize, offset);
    return prefetch == 0 ? walker : new Prefetcher<>(walker, offset, prefetch, source.executor());
  }

  PageSource<T> source() {
    return source;
  }

  /** How many elements a page is asked to hold. */
  public int pageSize() {
    return pageSize;
  }

  /** Where the walk begins. */
  public long offset() {
    return offset;
  }
}
