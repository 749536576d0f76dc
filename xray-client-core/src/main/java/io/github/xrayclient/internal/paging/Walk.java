package io.github.xrayclient.internal.paging;

/** How a listing is walked: how large its pages are, where to begin. Immutable. */
public final class Walk {
  private final int pageSize;
  private final long offset;
  private final int prefetch;

  private Walk(int pageSize, long offset, int prefetch) {
    this.pageSize = pageSize;
    this.offset = offset;
    this.prefetch = prefetch;
  }

  /** A walk from the first element in pages of 100. */
  public static Walk standard() {
    return new Walk(100, 0, 0);
  }

  /** A copy of this walk with pages of this size, 1 or more. */
  public Walk withPageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pageSize must be 1 or more, but was " + size);
    }
    return new Walk(size, offset, prefetch);
  }

  /** A copy of this walk that begins at this element, counted from 0. */
  public Walk withOffset(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("offset must be 0 or more, but was " + first);
    }
    return new Walk(pageSize, first, prefetch);
  }

  /** A copy of this walk that fetches this many pages ahead, 0 to 100. */
  public Walk withPrefetch(int pages) {
    if (pages < 0 || pages > 100) {
      throw new IllegalArgumentException("prefetch must be 0 to 100 pages, but was " + pages);
    }
    return new Walk(pageSize, offset, pages);
  }

  int pageSize() {
    return pageSize;
  }

  public long offset() {
    return offset;
  }

  int prefetch() {
    return prefetch;
  }
}
