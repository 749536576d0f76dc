package io.github.xrayclient.internal.violation;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.violation.IgnoredOfWatchQuery;
import io.github.xrayclient.violation.IgnoredViolationQuery.OrderBy;
import io.github.xrayclient.violation.Violation;

/** Lists the ignored violations of a watch. Immutable and thread-safe. */
final class IgnoredOfWatchListing extends WalkedQuery<Violation, IgnoredPages, IgnoredOfWatchQuery>
    implements IgnoredOfWatchQuery {
  IgnoredOfWatchListing(IgnoredPages pages, Walk walk) {
    super(pages, walk);
  }

  @Override
  protected IgnoredOfWatchQuery query(IgnoredPages pages, Walk walk) {
    return new IgnoredOfWatchListing(pages, walk);
  }

  @Override
  public IgnoredOfWatchQuery orderBy(OrderBy order) {
    return over(source().sorted("order_by", Arguments.word("order (order_by)", order)));
  }

  @Override
  public IgnoredOfWatchQuery direction(Direction direction) {
    return over(source().sorted("direction", Arguments.word("direction", direction)));
  }
}
