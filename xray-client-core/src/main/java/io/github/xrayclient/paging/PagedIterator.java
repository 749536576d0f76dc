package io.github.xrayclient.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks over a listing. For one thread at a time. Closing it is only needed to stop a walk that
 * fetches pages ahead.
 *
 * @param <T> what is listed
 */
public final class PagedIterator<T> implements Iterator<T>, AutoCloseable {
  private final Batches<T> batches;
  private Batch<T> batch = new Batch<>();
  private int next;

  PagedIterator(Batches<T> batches, long offset) {
    this.batches = batches;
    this.batch.end = offset;
  }

  @Override
  public boolean hasNext() {
    if (next == batch.items.size()) {
      batch = batches.next();
      next = 0;
    }
    return next < batch.items.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more elements");
    }
    return batch.items.get(next++);
  }

  /**
   * The offset of the element that {@code next()} returns next, from which the same listing can be
   * walked on later.
   */
  public long offset() {
    return next < batch.items.size() ? batch.positions.get(next) : batch.end;
  }

  /** Fetches no further page. */
  @Override
  public void close() {
    batches.close();
  }
}
