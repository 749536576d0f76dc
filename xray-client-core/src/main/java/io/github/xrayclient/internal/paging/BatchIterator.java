package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.PagedIterator;
import java.util.NoSuchElementException;

/** Iterates over the elements of batches, one by one. */
final class BatchIterator<T> implements PagedIterator<T> {
  private final Batches<T> batches;
  private Batch<T> batch = new Batch<>();
  private int next;

  BatchIterator(Batches<T> batches, long offset) {
    this.batches = batches;
    this.batch.endsAt(offset);
  }

  @Override
  public boolean hasNext() {
    if (next == batch.items().size()) {
      batch = batches.next();
      next = 0;
    }
    return next < batch.items().size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the listing has no more elements");
    }
    return batch.items().get(next++);
  }

  @Override
  public long offset() {
    return batch.position(next);
  }

  @Override
  public void close() {
    batches.close();
  }
}
