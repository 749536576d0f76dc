package io.github.xrayclient.paging;

import io.github.xrayclient.value.Direction;

/**
 * A listing that can be filtered, sorted and begun at any element. Each method that sets something
 * returns a new query and leaves this one as it is. If a filter is set twice, its last value
 * counts, unless the filter states otherwise. Queries are immutable and thread-safe.
 *
 * @param <T> the type of the elements
 * @param <Q> the type of the query
 */
public interface PagedQuery<T, Q extends PagedQuery<T, Q>> extends Paged<T> {
  /**
   * Sets the direction of the order. A listing is ascending by default, unless its description
   * states otherwise.
   */
  Q direction(Direction direction);

  /**
   * Sets the number of elements of a page, which is the number of elements for each request. The
   * default is 100, unless the description of the listing states otherwise. The server may use a
   * smaller size.
   *
   * @throws IllegalArgumentException if the size is less than 1, or more than the server accepts
   */
  Q pageSize(int size);

  /**
   * Sets the first element, counted from 0 in the server's order; the default is 0. Elements that
   * this library leaves out are counted too, so that the {@link PagedIterator#offset()} of an
   * earlier listing can be used here.
   *
   * @throws IllegalArgumentException if the offset is negative
   */
  Q offset(long index);

  /**
   * Fetches one page with one request. It has {@code pageSize} elements, or fewer if it is the last
   * page or this library leaves out some of them. Page 3 with a page size of 10 begins with element
   * 20, counted from 0.
   *
   * @param pageNumber the number of the page, counted from 1; a page after the last one is empty
   * @throws IllegalArgumentException if the number is less than 1
   * @throws IllegalStateException if this query has an offset, since pages are counted from the
   *     first element of the listing
   */
  Page<T> page(long pageNumber);
}
