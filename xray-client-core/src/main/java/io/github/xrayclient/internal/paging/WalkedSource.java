package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Page;
import java.util.Optional;

/** A listing that is read by page numbers. */
public abstract class WalkedSource<T> implements PageSource<T>, ListingSource<T> {
  @Override
  public final Batches<T> begin(int pageSize, long offset) {
    return new PageWalker<>(this, pageSize, offset);
  }

  @Override
  public final Page<T> page(long number, int size) {
    return fetch(number, size).without(this::isLeftOut);
  }

  /** Requests pages of this size, too, if the single element is one that is left out. */
  @Override
  public final Optional<T> first(int pageSize, long offset) {
    if (!leavesOut()) {
      PageWalker<T> one = new PageWalker<>(this, 1, offset);
      Batch<T> batch = one.step();
      if (!batch.isEmpty() || one.hasEnded()) {
        return batch.items().stream().findFirst();
      }
    }
    return begin(pageSize, offset).next().items().stream().findFirst();
  }

  @Override
  public long total() {
    return leavesOut() ? count() : totalOf(fetch(1, 1));
  }

  /** Returns the total that the server sent with a page. */
  protected final long totalOf(ReceivedPage<T> page) {
    return page.total()
        .orElseThrow(() -> PageWalker.unusable(this, "the answer contains no total"));
  }

  /** Counts the elements that are not left out, by reading the whole listing. */
  protected final long count() {
    Batches<T> batches = begin(Walk.standard().pageSize(), 0);
    long count = 0;
    for (Batch<T> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
      count += batch.items().size();
    }
    return count;
  }
}
