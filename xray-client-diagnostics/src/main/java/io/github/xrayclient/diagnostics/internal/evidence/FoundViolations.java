package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.violation.Violation;
import java.util.List;

/** The violations of an artifact, and whether they could be searched. Immutable. */
final class FoundViolations {
  private final List<Violation> violations;
  private final boolean searched;

  private FoundViolations(List<Violation> violations, boolean searched) {
    this.violations = List.copyOf(violations);
    this.searched = searched;
  }

  static FoundViolations of(List<Violation> violations) {
    return new FoundViolations(violations, true);
  }

  static FoundViolations notSearched() {
    return new FoundViolations(List.of(), false);
  }

  List<Violation> violations() {
    return violations;
  }

  boolean wereSearched() {
    return searched;
  }

  /** Whether violations were searched, and none was found. */
  boolean areNone() {
    return searched && violations.isEmpty();
  }
}
