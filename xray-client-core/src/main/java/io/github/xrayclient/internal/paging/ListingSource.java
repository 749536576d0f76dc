package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.paging.Page;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * What a listing is read from.
 *
 * @param <T> what is listed
 */
public interface ListingSource<T> {
  /**
   * Begins to read; nothing is fetched yet.
   *
   * @param offset of the first element, counted from 0
   */
  Batches<T> begin(int pageSize, long offset);

  /** Whether some of the elements that the server gives may be left out. */
  default boolean leavesOut() {
    return false;
  }

  /** One page by its number, counted from 1. */
  Page<T> page(long number, int size);

  /**
   * How many elements there are.
   *
   * @throws XrayDecodeException if the server does not say
   */
  long total();

  /** Where the listing is read from, for messages. */
  URI uri();

  /** Where pages are fetched ahead; the JDK's common pool unless a source has a better place. */
  default Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
