package io.github.xrayclient.paging;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A listing that the server returns in pages. Each loop over it sends new requests: none before the
 * first element is needed, and then one for each page. If a page cannot be read, {@code next()}
 * throws the {@link XrayException}.
 *
 * <p>A listing is complete, or it throws an {@link XrayDecodeException}: if the server repeats a
 * page, if a page is empty or too short although the total says that more elements follow, if the
 * total cannot be reached, or if more than 3 pages in a row bring no new element. The number of
 * requests is limited as well, to 1.5 &times; &lceil;total &divide; page size&rceil; + 10, which is
 * calculated from the largest total and the smallest page size that the server returned. If the
 * server returns no total, the listing ends with the first page that is not full.
 *
 * <p>If objects are created or deleted while the listing is read, the elements move between the
 * pages. An element that the server returns twice is therefore given once. If the total becomes
 * smaller, the previous page is read again, so that elements that moved forward are not missed. An
 * element can still be missed if one object is deleted and another one created between two pages.
 *
 * <p>Some listings have elements without an id, such as violations without details. Equal elements
 * are then different ones, and all of them are given. If two pages are equal, one more request
 * finds out whether the server repeats a page. If the total changes between two pages, an element
 * that equals one on the page before can be missed.
 *
 * @param <T> the type of the elements
 */
public interface Paged<T> extends Iterable<T> {
  /**
   * Returns an iterator over all elements. Its {@link PagedIterator#offset()} tells where a later
   * listing can continue.
   */
  @Override
  PagedIterator<T> iterator();

  /**
   * Returns a stream of all elements. It fetches a page when the first element of that page is
   * needed.
   */
  Stream<T> stream();

  /** Returns the elements page by page. Each element is given once, and no page is empty. */
  Iterable<List<T>> pages();

  /**
   * Returns the first element, or nothing if the listing is empty. It requests only one element, or
   * one page if this listing leaves out some of the server's elements.
   */
  Optional<T> first();

  /**
   * Returns the number of elements of the whole listing. Elements before the offset are counted
   * too. This takes one small request; but if the library leaves out some of the server's elements,
   * such as deleted ones, it reads all pages and counts the others. {@link Page#total()} is the
   * number of the server.
   *
   * @throws XrayDecodeException if the server does not return a total
   */
  long total();

  /**
   * Returns a copy of this listing that fetches the next pages on the client's executor while you
   * work on the elements. If a page is needed before the executor has begun to fetch it, your own
   * thread fetches it; so the listing makes progress even if the executor has no free thread. To
   * stop early, close the stream or the iterator.
   *
   * @param pages the number of pages to fetch ahead, from 0 to 100
   * @throws IllegalArgumentException if the number is negative or more than 100
   */
  Paged<T> prefetch(int pages);
}
