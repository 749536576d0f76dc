package io.github.xrayclient.paging;

import java.util.Iterator;

/**
 * An iterator over a listing. Only one thread at a time may use it. It needs to be closed only if
 * it fetches pages ahead and you stop before the last element.
 *
 * @param <T> the type of the elements
 */
public interface PagedIterator<T> extends Iterator<T>, AutoCloseable {
  /**
   * The offset of the element that {@code next()} returns next, counted from 0 in the server's
   * order. To continue the listing later, give this number to {@link PagedQuery#offset}.
   */
  long offset();

  /** Stops fetching pages ahead. */
  @Override
  void close();
}
