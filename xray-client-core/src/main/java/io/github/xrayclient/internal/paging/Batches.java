package io.github.xrayclient.internal.paging;

/** The elements of a listing, page by page. For one thread at a time. */
public interface Batches<T> {
  /** The next elements, at least one; an empty batch at the end. */
  Batch<T> next();

  /** Fetches no further page. */
  void close();
}
