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
 * A listing that comes in pages. Nothing is asked before the first element is; then one request is
 * made a page, and the {@code next()} that needed a page throws the {@link XrayException} if it
 * cannot be had. A server that repeats a page, or whose total cannot be reached, ends in an {@link
 * XrayDecodeException} and never in a short list. Elements seen twice are given once. If the total
 * shrinks between two pages, the walk steps back so that elements which moved forward are not
 * missed; that is a best effort, since a deletion and a creation may cancel out.
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
   * The same listing, of which the next pages are fetched on the client's executor while the caller
   * works. Close the stream or iterator to stop early.
   *
   * @param pages how many pages may wait, 0 to 100
   */
  public final Paged<T> prefetch(int pages) {
    return new Prefetched<>(walk().withPrefetch(pages));
  }

  /** All elements, read as the stream is. */
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
        .orElseThrow(() -> walk.unusable("the answer holds no total"));
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
