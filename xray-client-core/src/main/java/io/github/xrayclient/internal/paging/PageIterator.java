package io.github.xrayclient.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Iterates over the pages of a listing, without elements that were given before. */
final class PageIterator<T> implements Iterator<List<T>> {
  private final Batches<T> batches;
  private List<T> ahead = List.of();

  PageIterator(Batches<T> batches) {
    this.batches = batches;
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty()) {
      ahead = batches.next().items();
    }
    return !ahead.isEmpty();
  }

  @Override
  public List<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the listing has no more pages");
    }
    List<T> page = Collections.unmodifiableList(ahead);
    ahead = List.of();
    return page;
  }
}
