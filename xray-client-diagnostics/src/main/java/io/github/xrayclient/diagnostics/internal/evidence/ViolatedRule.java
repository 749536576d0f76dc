package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the rule of a violation that does not name it, by comparing the violation with criteria. */
final class ViolatedRule {
  private ViolatedRule() {}

  /**
   * The candidates whose rule matches the violation. If none matches, all of them, because the
   * rules may have been changed since the violation was found.
   *
   * @param named the candidates of the violation's watch and policy, in the order in which the
   *     rules of a policy are evaluated
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

  /** Whether the candidate's rule matches the violation; empty if this cannot be decided. */
  private static Optional<Boolean> matches(CandidateCause candidate, Violation violation) {
    Optional<Criteria> criteria = candidate.rule().flatMap(BlockingRule::criteria);
    Optional<Boolean> selected = criteria.flatMap(stated -> selects(stated, violation));
    boolean narrowed = criteria.filter(ViolatedRule::isNarrowed).isPresent();
    return selected.filter(matches -> !(matches && narrowed));
  }

  private static Optional<Boolean> selects(Criteria criteria, Violation violation) {
    List<String> ids = NonBlank.texts(criteria.vulnerabilityIds());
    return ids.isEmpty()
        ? NonBlank.word(criteria.minSeverity())
            .flatMap(least -> least.equals(Severity.ALL)
                ? Optional.of(true)
                : violation.severity().flatMap(severity -> severity.isAtLeast(least)))
        : isOneOf(ids, violation);
  }

  private static Optional<Boolean> isOneOf(List<String> wanted, Violation violation) {
    List<String> cves = violation.cves();
    boolean isNamed = violation.issueId().filter(wanted::contains).isPresent()
        || !Collections.disjoint(wanted, cves);
    boolean allKnown = NonBlank.text(violation.issueId()).isPresent() && !cves.isEmpty();
    return isNamed || allKnown ? Optional.of(isNamed) : Optional.empty();
  }

  /** Whether the criteria contain more than a severity or ids, so that these alone do not decide. */
  private static boolean isNarrowed(Criteria criteria) {
    return criteria.fixVersionDependant().orElse(false)
        || criteria.applicableCvesOnly().orElse(false)
        || criteria.maliciousPackage().orElse(false)
        || criteria.cvssRange().isPresent()
        || criteria.exposures().isPresent()
        || criteria.sast().isPresent()
        || NonBlank.text(criteria.packageName()).isPresent()
        || !criteria.extras().isEmpty();
  }
}
