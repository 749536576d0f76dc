package io.github.xrayclient.paging;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
public abstract class Paged<T> implements Iterable<T> {
  /** For the listings of this library. */
  protected Paged() {}

  /** How this listing is read. */
  protected abstract Walk<T> walk();

  /** Walks over all elements; knows the offset at which the walk could go on later. */
  @Override
  public final PagedIterator<T> iterator() {
    Walk<T> walk = walk();
    return new PagedIterator<>(walk.begin(), walk.offset());
  }

  /**
   * A copy of this listing that fetches its next pages on the client's executor while the caller
   * works on the elements. If a page is needed before the executor has begun to fetch it, the
   * caller's own thread fetches it, so the listing makes progress even if the executor has no free
   * thread. Close the stream or iterator to stop early.
   *
   * @param pages how many pages are fetched ahead, 0 to 100
   */
  public final Paged<T> prefetch(int pages) {
    return new Prefetched<>(walk().withPrefetch(pages));
  }

  /** All elements; each page is fetched when the stream needs its first element. */
  public final Stream<T> stream() {
    PagedIterator<T> iterator = iterator();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                iterator, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(iterator::close);
  }

  /** The elements page by page, each given once; a page has at least one. */
  public final Iterable<List<T>> pages() {
    return () -> new PageIterator<>(walk().begin());
  }

  /** The first element, by a request for that one alone. */
  public final Optional<T> first() {
    Batch<T> one = walk().withPageSize(1).withPrefetch(0).begin().next();
    return one.items.stream().findFirst();
  }

  /**
   * How many elements there are, by one small request.
   *
   * @throws XrayDecodeException if the server does not say
   */
  public final long total() {
    Walk<T> walk = walk();
    return walk.source()
        .fetch(1, 1)
        .total()
        .orElseThrow(() -> PageWalker.unusable(walk.source(), "the answer holds no total"));
  }

  private static final class Prefetched<T> extends Paged<T> {
    private final Walk<T> walk;

    Prefetched(Walk<T> walk) {
      this.walk = walk;
    }

    @Override
    protected Walk<T> walk() {
      return walk;
    }
  }
}
