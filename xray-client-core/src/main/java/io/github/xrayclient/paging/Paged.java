package io.github.xrayclient.paging;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A listing that the server gives in pages. No request is made before the first element is asked
 * for, and then one for each page; if a page cannot be read, the {@code next()} that needs it
 * throws the {@link XrayException}. An element that the server sends twice is returned once. If the
 * total shrinks between two pages, the previous page is read again, so that elements that moved
 * forward are not missed. This is a best effort, since a deletion and a creation may cancel each
 * other out.
 *
 * <p>A listing is complete, or it throws an {@link XrayDecodeException}: if the server repeats a
 * page, if a page is empty or short though the total says that more follow, if the total cannot be
 * reached, if more than 3 pages in a row bring no new element, or if a walk needs more than 1.5
 * &times; &lceil;total &divide; page size&rceil; + 10 requests, by the largest total and the
 * smallest page size that the server named. If it names no total, the listing ends with its first
 * page that is not full, and the elements read so far count as the total.
 *
 * @param <T> what is listed
 */
public interface Paged<T> extends Iterable<T> {
  /** Walks over all elements; knows the offset at which the walk could go on later. */
  @Override
  PagedIterator<T> iterator();

  /** All elements; each page is fetched when the stream needs its first element. */
  Stream<T> stream();

  /** The elements page by page, each given once; a page has at least one. */
  Iterable<List<T>> pages();

  /**
   * The first element, by a request for that one alone, or for a page where the listing leaves out
   * elements that the server gives.
   */
  Optional<T> first();

  /**
   * How many elements the whole listing has, by one small request. An offset does not change it.
   *
   * @throws XrayDecodeException if the server does not say
   */
  long total();

  /**
   * A copy of this listing that fetches its next pages on the client's executor while the caller
   * works on the elements. If a page is needed before the executor has begun to fetch it, the
   * caller's own thread fetches it, so the listing makes progress even if the executor has no free
   * thread. Close the stream or iterator to stop early.
   *
   * @param pages how many pages are fetched ahead, 0 to 100
   * @throws IllegalArgumentException if it is another number
   */
  Paged<T> prefetch(int pages);
}
