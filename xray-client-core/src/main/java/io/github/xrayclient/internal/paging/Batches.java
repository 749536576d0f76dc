package io.github.xrayclient.internal.paging;

/** Returns the elements of a listing page by page. Only one thread at a time may use it. */
public interface Batches<T> {
  /** Returns the next elements, at least one; an empty batch means the end. */
  Batch<T> next();

  /** Stops fetching pages. */
  void close();
}
