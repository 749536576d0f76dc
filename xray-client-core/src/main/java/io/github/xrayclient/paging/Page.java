package io.github.xrayclient.paging;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One page of a listing, as one answer of the server gave it. Immutable; equal to a page with the same
 * content.
 *
 * @param <T> what is listed
 */
public interface Page<T> {
  /** The elements, in the server's order. */
  List<T> items();

  /** How many elements there are on all pages, as this one answer said. */
  OptionalLong total();

  /** The page size that the server says it used, which may be less than what was asked for. */
  OptionalInt size();
}
