package io.github.xrayclient.internal.paging;

import java.util.Optional;
import java.util.OptionalLong;

/** Limits the requests of a walk, so that no listing is read for ever, whatever the server answers. */
final class WalkLimits {
  private static final int FRUITLESS = 3;
  private static final int SPARE = 10;

  private long requests;
  private long fruitless; // pages in a row that brought no new element
  private long elements; // the largest number of them that was seen
  private int pageSize; // the smallest that was seen

  WalkLimits(int pageSize) {
    this.pageSize = pageSize;
  }

  /** A request was answered. */
  void requestMade(OptionalLong total) {
    requests++;
    elements(total.orElse(0));
  }

  /** A page came; whether it holds a new element is not known yet. */
  void pageCame() {
    fruitless++;
  }

  /** The last page held a new element. */
  void newElementCame() {
    fruitless = 0;
  }

  /** At least this many elements are known to exist. */
  void elements(long number) {
    elements = Math.max(elements, number);
  }

  void pageSize(int size) {
    pageSize = Math.min(pageSize, size);
  }

  /** Why no further page may be asked for. */
  Optional<String> problem() {
    if (fruitless > FRUITLESS) {
      return Optional.of(
          fruitless + " pages in a row brought no new element, though the listing has not ended;"
              + " it changes faster than it can be read, or the server repeats itself");
    }
    long allowed = 3 * ((elements + pageSize - 1) / pageSize) / 2 + SPARE;
    return requests < allowed
        ? Optional.empty()
        : Optional.of("the listing has not ended after " + requests + " requests, though it has "
            + elements + " elements at most in pages of " + pageSize + " or more; it changes faster"
            + " than it can be read, or its total is wrong");
  }
}
