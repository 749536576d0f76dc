package io.github.xrayclient.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks over a listing. For one thread at a time.
 *
 * @param <T> what is listed
 */
public final class PagedIterator<T> implements Iterator<T> {
  private final PageWalker<T> walker;
  private PageWalker.Batch<T> batch = new PageWalker.Batch<>();
  private int next;

  PagedIterator(PageWalker<T> walker) {
    this.walker = walker;
  }

  @Override
  public boolean hasNext() {
    if (next == batch.items.size()) {
      batch = walker.next();
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
    return next < batch.items.size() ? batch.positions.get(next) : walker.position();
  }
}
