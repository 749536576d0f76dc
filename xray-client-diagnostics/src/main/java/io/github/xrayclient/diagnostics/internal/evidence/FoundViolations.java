package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.evidence.read.IgnoreStatus;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The violations of an artifact, and whether they could be searched. Immutable. */
final class FoundViolations {
  private final List<Violation> violations;
  private final boolean searched;
  private final boolean complete;

  private FoundViolations(List<Violation> violations, boolean searched, boolean complete) {
    this.violations = List.copyOf(violations);
    this.searched = searched;
    this.complete = complete;
  }

  /**
   * @param complete whether there are no others
   */
  static FoundViolations of(List<Violation> violations, boolean complete) {
    return new FoundViolations(violations, true, complete);
  }

  static FoundViolations notSearched() {
    return new FoundViolations(List.of(), false, false);
  }

  List<Violation> violations() {
    return violations;
  }

  /** The violations that block downloads by at least one policy that does not ignore them. */
  List<Violation> blocking() {
    return violations.stream()
        .filter(IgnoreStatus::blocks)
        .collect(Collectors.toUnmodifiableList());
  }

  /** The ignore rules in force that cover violations. */
  List<IgnoreRuleId> ignoredBy() {
    return violations.stream()
        .filter(IgnoreStatus::isIgnored)
        .flatMap(violation -> IgnoreStatus.rule(violation).stream())
        .flatMap(rule -> rule.id().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  boolean wereSearched() {
    return searched;
  }

  /** Whether all violations of the artifact were found. */
  boolean areComplete() {
    return complete;
  }

  /** Whether all violations were searched, and none was found. */
  boolean areNone() {
    return complete && violations.isEmpty();
  }
}
