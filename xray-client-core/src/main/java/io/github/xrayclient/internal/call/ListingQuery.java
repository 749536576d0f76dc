package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Direction;

/** What the queries of listings with parameters in the address have in common. Immutable. */
public abstract class ListingQuery<T, Q extends PagedQuery<T, Q>>
    extends WalkedQuery<T, Listing<T>, Q> {
  protected ListingQuery(Listing<T> listing, Walk walk) {
    super(listing, walk);
  }

  @Override
  public final Q direction(Direction direction) {
    return with("direction", direction);
  }

  /** A copy that refuses ambiguous answers, for elements that may be written back. */
  public final Q strict() {
    return over(source().strict());
  }

  /**
   * A copy with a parameter, which replaces an earlier one of this name.
   *
   * @throws IllegalArgumentException if it is blank, which would filter nothing, or cannot be sent
   */
  protected final Q with(String parameter, Object value) {
    Arguments.text(parameter, value.toString());
    return over(source().with(parameter, value));
  }
}
