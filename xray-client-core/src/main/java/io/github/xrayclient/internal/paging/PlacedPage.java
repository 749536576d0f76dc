package io.github.xrayclient.internal.paging;

/** A page, with the position in the listing at which it begins, as far as it is known. */
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

  /** Moves the page forward, after elements before it or in it were deleted. */
  void moveForward(long places) {
    start = Math.max(0, start - places);
  }
}
