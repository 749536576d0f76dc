package io.github.xrayclient.paging;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A page of a listing, as the server returned it. Immutable; equal to a page with the same content.
 *
 * @param <T> the type of the elements
 */
public interface Page<T> {
  /** The elements of this page, in the server's order. Unmodifiable. */
  List<T> items();

  /**
   * The number of elements on all pages, as the server returned it with this page; empty if it did
   * not. Later pages may have another total.
   */
  OptionalLong total();

  /**
   * The page size that the server used, which may be less than the requested one; empty if the
   * server does not return it.
   */
  OptionalInt size();
}
