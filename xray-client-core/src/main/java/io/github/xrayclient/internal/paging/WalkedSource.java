package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Page;

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

  @Override
  public final long total() {
    return fetch(1, 1)
        .total()
        .orElseThrow(() -> PageWalker.unusable(this, "the answer contains no total"));
  }
}
