package io.github.xrayclient.paging;

import java.util.Iterator;

/**
 * Walks over a listing. For one thread at a time. Closing it is only needed to stop a walk that
 * fetches pages ahead.
 *
 * @param <T> what is listed
 */
public interface PagedIterator<T> extends Iterator<T>, AutoCloseable {
  /**
   * The offset of the element that {@code next()} returns next, from which the same listing can be
   * walked on later.
   */
  long offset();

  /** Fetches no further page. */
  @Override
  void close();
}
