package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayException;
import java.net.URI;

/**
 * Fetches single pages of one listing.
 *
 * @param <T> the type of the elements
 */
public interface PageSource<T> {
  /**
   * Fetches one page.
   *
   * @param number the number of the page, counted from 1
   * @param size the number of elements of a page
   * @throws XrayException if the page cannot be read
   */
  ReceivedPage<T> fetch(long number, int size);

  /** Returns the id of an element; if it has none, the element itself. */
  Object key(T item);

  /** Whether an element has an id. Elements without an id may be equal to each other. */
  default boolean hasId(T item) {
    return true;
  }

  /** Whether an element of the server is left out, for example because it was deleted. */
  default boolean isLeftOut(T item) {
    return false;
  }

  /** Returns the HTTP method of the requests, for messages. */
  default String method() {
    return "GET";
  }

  /** Returns the URL of the listing, for messages. */
  URI uri();
}
