package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.Arguments;
import io.github.xrayclient.curation.value.Direction;
import io.github.xrayclient.curation.value.OrderBy;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;
import java.util.function.Function;

/** What Curation's listings have in common; {@code Q} is the query itself. */
abstract class CurationQuery<T, Q> extends Paged<T> {
  private final Listing<T> listing;
  private final Walk<T> walk;

  CurationQuery(Listing<T> listing, Walk<T> walk) {
    this.listing = listing;
    this.walk = walk;
  }

  /** By id, so that elements do not move between pages while others edit them. */
  static <T> Listing<T> byId(
      ApiCalls xray, String path, PageDecoder<T> decoder, Function<T, Object> key) {
    return Listing.of(xray, path, Curation.SINCE, decoder, key)
        .with("order_by", OrderBy.ID)
        .with("direction", Direction.ASCENDING);
  }

  abstract Q copy(Listing<T> listing, Walk<T> walk);

  final Q filtered(String parameter, Object value) {
    Arguments.text(parameter, value.toString()); // an empty filter filters nothing
    Listing<T> narrowed = listing.with(parameter, value);
    return copy(narrowed, narrowed.walk().withPageSize(walk.pageSize()).withOffset(walk.offset()));
  }

  /** A copy of this query that refuses ambiguous answers, for elements that may be written back. */
  final Q strict() {
    Listing<T> strict = listing.strict();
    return copy(strict, strict.walk().withPageSize(walk.pageSize()).withOffset(walk.offset()));
  }

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  public final Q orderBy(OrderBy order) {
    return filtered("order_by", order);
  }

  /** Sorts this way; ascending by default. */
  public final Q direction(Direction direction) {
    return filtered("direction", direction);
  }

  /** Asks for pages of this size, 1 or more; 100 by default. The server may give less. */
  public final Q pageSize(int size) {
    return copy(listing, walk.withPageSize(size));
  }

  /** Begins with this element, counted from 0. */
  public final Q offset(long first) {
    return copy(listing, walk.withOffset(first));
  }

  /** One page by its number, counted from 1, whatever the offset of this query. */
  public final Page<T> page(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("page number must be 1 or more, but was " + number);
    }
    return listing.fetch(number, walk.pageSize());
  }

  /** One page that begins at the offset of this query; a walk goes by page numbers instead. */
  public final Page<T> pageAtOffset() {
    return listing.fetchAt(walk.offset(), walk.pageSize());
  }

  @Override
  protected final Walk<T> walk() {
    return walk;
  }
}
