package io.github.xrayclient.internal.paging;

/** The page size, the offset and the prefetching with which a listing is read. Immutable. */
public final class Walk {
  private final int pageSize;
  private final long offset;
  private final int prefetch;

  private Walk(int pageSize, long offset, int prefetch) {
    this.pageSize = pageSize;
    this.offset = offset;
    this.prefetch = prefetch;
  }

  /** Returns a walk from the first element in pages of 100. */
  public static Walk standard() {
    return new Walk(100, 0, 0);
  }

  /** Returns a copy with this page size, which is 1 or more. */
  public Walk withPageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pageSize must be at least 1, but was " + size);
    }
    return new Walk(size, offset, prefetch);
  }

  /** Returns a copy that begins with this element, counted from 0. */
  public Walk withOffset(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("offset must not be negative, but was " + first);
    }
    return new Walk(pageSize, first, prefetch);
  }

  /** Returns a copy that fetches this number of pages ahead, from 0 to 100. */
  public Walk withPrefetch(int pages) {
    if (pages < 0 || pages > 100) {
      throw new IllegalArgumentException(
          "pages to prefetch must be between 0 and 100, but was " + pages);
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
