package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules out the rules of a policy that found no violation although another rule of it did. The
 * first rule that matches ends the evaluation of a policy, and each violation names the rule that
 * found it.
 */
final class RefutedRules {
  private RefutedRules() {}

  /** To be used only if all violations of the artifact are known. */
  static void ruleOut(CandidateCauses candidates) {
    List<CandidateCause> proved = candidates.stream()
        .filter(candidate -> candidate.violations().confirmedRule().isPresent())
        .collect(Collectors.toList());
    candidates.ruleOut(
        candidate -> isOpen(candidate)
            && proved.stream().anyMatch(other -> other.isBeside(candidate))
            && proved.stream()
                .filter(other -> other.isBeside(candidate))
                .noneMatch(other -> isChangedSince(other, candidate)),
        Fact.OTHER_RULE_VIOLATED,
        candidate -> "Rule " + candidate.quotedRule() + " of policy "
            + QuotedNames.of(candidate.policy())
            + " found no violation of the artifact. The violations that the policy found are of"
            + " another rule of it.");
  }

  private static boolean isOpen(CandidateCause candidate) {
    return candidate.is(BlockCause.Trigger.VIOLATION)
        && !candidate.isConfirmed()
        && candidate.violations().ambiguity().isEmpty();
  }

  /** Whether the policy was changed after the violation was found, so that the rule may be newer. */
  private static boolean isChangedSince(CandidateCause proved, CandidateCause candidate) {
    Optional<Instant> changed = candidate
        .rule()
        .map(BlockingRule::policy)
        .flatMap(policy -> policy.modified().flatMap(Timestamp::toInstant));
    Optional<Instant> found = proved
        .violations()
        .confirmation()
        .flatMap(Violation::created)
        .flatMap(Timestamp::toInstant);
    return changed.filter(time -> found.map(time::isAfter).orElse(true)).isPresent();
  }
}
