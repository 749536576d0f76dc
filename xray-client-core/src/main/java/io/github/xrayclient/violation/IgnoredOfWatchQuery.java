package io.github.xrayclient.violation;

import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Direction;

/**
 * A listing of the violations of one watch that ignore rules cover, sorted by the time of their
 * last change. Its violations have more fields than those of {@link Violations#ignored()}, such as
 * the components and the results of contextual analysis. JFrog's documentation does not say whether
 * the server counts the violations of the watch or those of the page. If its number may be that of
 * the page, a listing requests one more page, and {@link #total()} reads all pages.
 *
 * @see "JFrog REST APIs: Get Ignored Violations"
 */
public interface IgnoredOfWatchQuery extends PagedQuery<Violation, IgnoredOfWatchQuery> {
  /** Sets what the listing is sorted by; by the time of the last change by default. */
  IgnoredOfWatchQuery orderBy(IgnoredViolationQuery.OrderBy order);

  /**
   * Sets the direction of the order. By default, the server chooses it. JFrog's documentation does
   * not mention the direction for these listings, so the server may ignore it.
   */
  @Override
  IgnoredOfWatchQuery direction(Direction direction);
}
