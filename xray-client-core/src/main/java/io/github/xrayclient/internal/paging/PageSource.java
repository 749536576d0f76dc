package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayException;
import java.net.URI;

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
  ReceivedPage<T> fetch(long number, int size);

  /** What tells one element from another, such as its id. */
  Object key(T item);

  /** Whether an element is left out though the server gives it, as one that was deleted. */
  default boolean isLeftOut(T item) {
    return false;
  }

  /** Where the listing is read from, for messages. */
  URI uri();
}
