package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.paging.Page;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.ViolationScope;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest violations of an artifact, up to the first page with one that blocks downloads.
 * Servers before Xray 3.88.10 send the oldest ones. Immutable.
 */
public final class NewestViolations {
  /** The largest number of violations on a page. */
  public static final int ROWS = 200;

  /** The largest number of pages that are read. */
  public static final int PAGES = 5;

  private final List<Violation> violations;
  private final boolean complete;

  private NewestViolations(List<Violation> violations, boolean complete) {
    this.violations = List.copyOf(violations);
    this.complete = complete;
  }

  static NewestViolations of(ViolationScope scope, List<ArtifactLocation> locations) {
    ArtifactLocation first = locations.get(0);
    ViolationQuery query = scope.artifact(first.repository(), first.path());
    for (ArtifactLocation location : locations.subList(1, locations.size())) {
      query = query.artifact(location.repository(), location.path());
    }
    return of(query.includeDetails().direction(Direction.DESCENDING).pageSize(ROWS));
  }

  private static NewestViolations of(ViolationQuery query) {
    List<Violation> found = new ArrayList<>();
    for (int number = 1; ; number++) {
      Page<Violation> page = query.page(number);
      found.addAll(page.items());
      boolean isLast = page.total().isPresent()
          ? page.total().getAsLong() <= (long) number * ROWS
          : page.items().size() < ROWS;
      // A server that ignores the artifact would send the violations of everything.
      boolean isIgnoring = page.items().size() < ROWS;
      boolean blocks = page.items().stream().anyMatch(IgnoreStatus::blocks);
      if (isLast || isIgnoring || blocks || number == PAGES) {
        return new NewestViolations(found, isLast);
      }
    }
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Whether there are no others. */
  public boolean isComplete() {
    return complete;
  }
}
