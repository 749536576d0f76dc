package io.github.xrayclient.paging;

import io.github.xrayclient.value.Direction;

/**
 * A listing that can be filtered, sorted and begun anywhere. Each method that changes something
 * returns a new query, to keep and reuse. If a filter that the server applies is given twice, its last
 * value counts, unless the filter says otherwise. Queries are immutable and thread-safe.
 *
 * @param <T> what is listed
 * @param <Q> the kind of query
 */
public interface PagedQuery<T, Q extends PagedQuery<T, Q>> extends Paged<T> {
  /** Sorts this way. Without it, a listing is ascending, unless its description says otherwise. */
  Q direction(Direction direction);

  /**
   * Asks for pages of this size; 100 unless the description of the listing names another number. The
   * server may give less.
   *
   * @throws IllegalArgumentException if it is less than 1, or more than the server accepts
   */
  Q pageSize(int size);

  /**
   * Begins with this element, counted from 0 in the order of the server. What this library leaves out
   * is counted too, so that {@link PagedIterator#offset()} of an earlier walk can be given here.
   *
   * @throws IllegalArgumentException if it is negative
   */
  Q offset(long index);

  /**
   * Fetches one page of {@code pageSize} elements, fewer if this library leaves some of them out. Pages are counted from the first element of the
   * listing, so that page 3 with a page size of 10 begins with element 20, counted from 0.
   *
   * @param pageNumber from 1; a page after the last one is empty
   * @throws IllegalArgumentException if the number is less than 1
   * @throws IllegalStateException if this query has an offset, which would be ignored
   */
  Page<T> page(long pageNumber);
}
