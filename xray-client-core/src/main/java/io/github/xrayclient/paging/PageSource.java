package io.github.xrayclient.paging;

import io.github.xrayclient.error.XrayException;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Fetches single pages of one listing.
 *
 * @param <T> what is listed
 */
public interface PageSource<T> {
  /**
   * One page.
   *
   * @param number from 1
   * @param size how many elements a page holds
   * @throws XrayException if it cannot be had
   */
  Page<T> fetch(long number, int size);

  /** What tells one element from another, such as its id. */
  Object key(T item);

  /** Whether an element was deleted though the server still gives it; such are passed over. */
  default boolean isGone(T item) {
    return false;
  }

  /** Where the listing is read from, for messages. */
  URI uri();

  /** Where pages are fetched ahead; the JDK's common pool unless a source has a better place. */
  default Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
