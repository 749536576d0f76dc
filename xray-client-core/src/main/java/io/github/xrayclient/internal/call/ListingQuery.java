package io.github.xrayclient.internal.call;

import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.Walk;
import java.util.function.Predicate;

/** What a query of a listing has been told so far: filters, order, page size, offset. Immutable. */
public final class ListingQuery<T> {
  private final Listing<T> listing;
  private final Walk<T> walk;

  private ListingQuery(Listing<T> listing, Walk<T> walk) {
    this.listing = listing;
    this.walk = walk;
  }

  /** All elements of a listing, from the first one on, in pages of the usual size. */
  public static <T> ListingQuery<T> of(Listing<T> listing) {
    return new ListingQuery<>(listing, listing.walk());
  }

  /**
   * A copy with a parameter, which replaces an earlier one of this name.
   *
   * @throws IllegalArgumentException if it cannot be sent
   */
  public ListingQuery<T> with(String parameter, Object value) {
    return over(listing.with(parameter, value));
  }

  /**
   * A copy without elements that the server still sends although they were deleted, in place of those
   * that were left out before.
   */
  public ListingQuery<T> without(Predicate<T> deleted) {
    return over(listing.without(deleted));
  }

  /** A copy that refuses ambiguous answers, for elements that may be written back. */
  public ListingQuery<T> strict() {
    return over(listing.strict());
  }

  /**
   * A copy that asks for pages of this size.
   *
   * @throws IllegalArgumentException if it is not 1 or more
   */
  public ListingQuery<T> pageSize(int size) {
    return new ListingQuery<>(listing, walk.withPageSize(size));
  }

  /**
   * A copy that begins with this element, counted from 0.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ListingQuery<T> offset(long first) {
    return new ListingQuery<>(listing, walk.withOffset(first));
  }

  /**
   * One page by its number, whatever the offset.
   *
   * @throws IllegalArgumentException if the number is not 1 or more
   */
  public Page<T> page(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("page number must be 1 or more, but was " + number);
    }
    return listing.fetch(number, walk.pageSize());
  }

  /** One page that begins at the offset. */
  public Page<T> pageAtOffset() {
    return listing.fetchAt(walk.offset(), walk.pageSize());
  }

  /** How the listing is read page by page. */
  public Walk<T> walk() {
    return walk;
  }

  private ListingQuery<T> over(Listing<T> other) {
    return new ListingQuery<>(
        other, other.walk().withPageSize(walk.pageSize()).withOffset(walk.offset()));
  }
}
