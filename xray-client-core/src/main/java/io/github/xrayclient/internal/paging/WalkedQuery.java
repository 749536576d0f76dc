package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.PagedQuery;

/**
 * The common part of all queries. Immutable.
 *
 * @param <S> the type of the source, which has the filters and the order
 */
public abstract class WalkedQuery<T, S extends ListingSource<T>, Q extends PagedQuery<T, Q>>
    extends WalkedListing<T> implements PagedQuery<T, Q> {
  private final S source;
  private final Walk walk;

  protected WalkedQuery(S source, Walk walk) {
    super(source, walk);
    this.source = source;
    this.walk = walk;
  }

  /** Creates a query of this kind. */
  protected abstract Q query(S source, Walk walk);

  /** Returns a copy of this query with another source. */
  protected final Q over(S other) {
    return query(other, walk);
  }

  protected final S source() {
    return source;
  }

  protected final Walk walk() {
    return walk;
  }

  @Override
  public Q pageSize(int size) {
    return query(source, walk.withPageSize(size));
  }

  @Override
  public final Q offset(long index) {
    return query(source, walk.withOffset(index));
  }

  @Override
  public final Page<T> page(long pageNumber) {
    if (pageNumber < 1) {
      throw new IllegalArgumentException("pageNumber must be at least 1, but was " + pageNumber);
    }
    if (walk.offset() > 0) {
      throw new IllegalStateException(
          "page(..) counts pages from the first element of the listing, but this query"
              + " has the offset " + walk.offset() + "; leave out the offset, or use pages()");
    }
    return source.page(pageNumber, walk.pageSize());
  }
}
