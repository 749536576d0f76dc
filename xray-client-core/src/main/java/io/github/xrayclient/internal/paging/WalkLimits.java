package io.github.xrayclient.internal.paging;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Limits the number of requests for a listing, so that reading always ends, whatever the server
 * answers.
 */
final class WalkLimits {
  private static final int FRUITLESS = 3;
  private static final int SPARE = 10;

  private long requests;
  private long fruitless; // the number of pages in a row without a new element
  private long elements; // the largest number of elements so far
  private int pageSize; // the smallest page size so far

  WalkLimits(int pageSize) {
    this.pageSize = pageSize;
  }

  /** Counts a request that was answered. */
  void requestMade(OptionalLong total) {
    requests++;
    elements(total.orElse(0));
  }

  /** Counts a page, of which it is not yet known whether it has a new element. */
  void pageCame() {
    fruitless++;
  }

  /** Notes that the last page had a new element. */
  void newElementCame() {
    fruitless = 0;
  }

  /** Notes that the listing has at least this number of elements. */
  void elements(long number) {
    elements = Math.max(elements, number);
  }

  void pageSize(int size) {
    pageSize = Math.min(pageSize, size);
  }

  /** Returns the reason why no further page may be requested; empty if one may be. */
  Optional<String> problem() {
    if (fruitless > FRUITLESS) {
      return Optional.of(
          fruitless + " pages in a row had no new element, although the listing has not ended;"
              + " it changes faster than it can be read, or the server repeats pages");
    }
    long allowed = 3 * ((elements + pageSize - 1) / pageSize) / 2 + SPARE;
    return requests < allowed
        ? Optional.empty()
        : Optional.of(
            "the listing has not ended after " + requests + " requests, although it has at most "
                + elements + " elements in pages of at least " + pageSize + "; it changes faster"
                + " than it can be read, or its total is wrong");
  }
}
