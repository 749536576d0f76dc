package io.github.xrayclient.internal.paging;

/** A page, and the place in the listing where it begins as far as is known. */
final class PlacedPage<T> {
  final ReceivedPage<T> page;
  private long start;

  PlacedPage(ReceivedPage<T> page, long start) {
    this.page = page;
    this.start = start;
  }

  long start() {
    return start;
  }

  long end() {
    return start + page.items().size();
  }

  /** Elements before it, or in it, were deleted since it was read. */
  void moveForward(long places) {
    start = Math.max(0, start - places);
  }
}
