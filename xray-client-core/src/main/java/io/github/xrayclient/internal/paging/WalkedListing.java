package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The implementation of a listing: it reads a source as a walk describes. Immutable. */
public class WalkedListing<T> implements Paged<T> {
  private final ListingSource<T> source;
  private final Walk walk;

  public WalkedListing(ListingSource<T> source, Walk walk) {
    this.source = Objects.requireNonNull(source, "source");
    this.walk = Objects.requireNonNull(walk, "walk");
  }

  @Override
  public final PagedIterator<T> iterator() {
    return new BatchIterator<>(begin(), walk.offset());
  }

  @Override
  public final Stream<T> stream() {
    PagedIterator<T> iterator = iterator();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                iterator, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(iterator::close);
  }

  @Override
  public final Iterable<List<T>> pages() {
    return () -> new PageIterator<>(begin());
  }

  @Override
  public Optional<T> first() {
    return source.first(walk.pageSize(), walk.offset());
  }

  @Override
  public final long total() {
    return source.total();
  }

  @Override
  public final Paged<T> prefetch(int pages) {
    return new WalkedListing<>(source, walk.withPrefetch(pages));
  }

  private Batches<T> begin() {
    Batches<T> batches = source.begin(walk.pageSize(), walk.offset());
    return walk.prefetch() == 0 ? batches : new Prefetcher<>(batches, source, walk);
  }
}
