package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.paging.Page;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * The endpoint from which a listing is read.
 *
 * @param <T> the type of the elements
 */
public interface ListingSource<T> {
  /**
   * Begins to read the listing. Nothing is fetched yet.
   *
   * @param offset the position of the first element, counted from 0
   */
  Batches<T> begin(int pageSize, long offset);

  /** Whether this listing usually leaves out some of the server's elements. */
  default boolean leavesOut() {
    return false;
  }

  /**
   * Returns the first element from this offset on. It requests a single element, or pages of this
   * size if the listing usually leaves out some elements.
   */
  default Optional<T> first(int pageSize, long offset) {
    int size = leavesOut() ? pageSize : 1;
    return begin(size, offset).next().items().stream().findFirst();
  }

  /** Fetches one page by its number, counted from 1. */
  Page<T> page(long number, int size);

  /**
   * Returns the number of elements.
   *
   * @throws XrayDecodeException if the server does not return it
   */
  long total();

  /** Returns the URL of the listing, for messages. */
  URI uri();

  /** Returns the executor that fetches pages ahead; by default the common pool of the JDK. */
  default Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
