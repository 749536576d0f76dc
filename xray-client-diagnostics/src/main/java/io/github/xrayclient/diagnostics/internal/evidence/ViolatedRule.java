package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the rule behind a violation that does not name it, by what both say. */
final class ViolatedRule {
  private ViolatedRule() {}

  /**
   * Those that the violation fits: all, if it fits none, as rules may have changed since.
   *
   * @param named of the violation's watch and policy, each policy's rules as they are evaluated
   */
  static List<CandidateCause> among(List<CandidateCause> named, Violation violation) {
    List<CandidateCause> fitting = named.stream()
        .filter(candidate -> matches(candidate, violation).orElse(true))
        .collect(Collectors.toList());
    List<CandidateCause> reached = new ArrayList<>();
    for (CandidateCause candidate : fitting.isEmpty() ? named : fitting) {
      boolean isBehind = reached.stream()
          .anyMatch(
              other -> other.isBeside(candidate) && matches(other, violation).orElse(false));
      if (!isBehind) {
        reached.add(candidate);
      }
    }
    return reached;
  }

  /** Whether the rule matches it; empty if that cannot be told from what they say. */
  private static Optional<Boolean> matches(CandidateCause candidate, Violation violation) {
    Optional<Criteria> criteria = candidate.rule().flatMap(BlockingRule::criteria);
    Optional<Boolean> selected = criteria.flatMap(stated -> selects(stated, violation));
    boolean narrowed = criteria.filter(ViolatedRule::isNarrowed).isPresent();
    return selected.filter(matches -> !(matches && narrowed));
  }

  private static Optional<Boolean> selects(Criteria criteria, Violation violation) {
    return criteria.vulnerabilityIds().isEmpty()
        ? criteria
            .minSeverity()
            .flatMap(least -> least.equals(Severity.ALL)
                ? Optional.of(true)
                : violation.severity().flatMap(severity -> severity.isAtLeast(least)))
        : isOneOf(criteria.vulnerabilityIds(), violation);
  }

  private static Optional<Boolean> isOneOf(List<String> wanted, Violation violation) {
    List<String> cves = ViolationValues.cves(violation);
    boolean isNamed = violation.issueId().filter(wanted::contains).isPresent()
        || !Collections.disjoint(wanted, cves);
    boolean allKnown = violation.issueId().isPresent() && !cves.isEmpty();
    return isNamed || allKnown ? Optional.of(isNamed) : Optional.empty();
  }

  /** Whether it says more than a severity or ids, so that those do not suffice. */
  private static boolean isNarrowed(Criteria criteria) {
    return criteria.fixVersionDependant().orElse(false)
        || criteria.applicableCvesOnly().orElse(false)
        || criteria.maliciousPackage().orElse(false)
        || criteria.cvssRange().isPresent()
        || criteria.exposures().isPresent()
        || criteria.sast().isPresent()
        || criteria.packageName().isPresent()
        || !criteria.extras().isEmpty();
  }
}
