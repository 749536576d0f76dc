package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Direction;

/** The common part of the queries whose parameters are in the URL. Immutable. */
public abstract class ListingQuery<T, Q extends PagedQuery<T, Q>>
    extends WalkedQuery<T, Listing<T>, Q> {
  protected ListingQuery(Listing<T> listing, Walk walk) {
    super(listing, walk);
  }

  @Override
  public final Q direction(Direction direction) {
    return with("direction", Arguments.word("direction", direction));
  }

  /** Returns a copy that refuses ambiguous answers, for elements that may be written back. */
  public final Q strict() {
    return over(source().strict());
  }

  /** Returns a copy with a checked parameter, which replaces an earlier one with the same name. */
  protected final Q with(String parameter, Object value) {
    return over(source().with(parameter, value));
  }
}
