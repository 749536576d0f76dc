package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import java.util.List;
import java.util.Optional;

/** Reads from a violation whether an ignore rule covers it. */
final class IgnoreStatus {
  private IgnoreStatus() {}

  /** Whether a violation blocks downloads by this policy and is not ignored. */
  static boolean blocks(Violation violation, MatchedPolicy matched) {
    return matched.blocking().orElse(false) && !isIgnored(violation, matched);
  }

  /** Whether a violation is ignored for all policies that it matched. */
  static boolean isIgnored(Violation violation) {
    List<MatchedPolicy> matched = violation.matchedPolicies();
    return matched.isEmpty()
        ? hasRuleInForce(violation)
        : matched.stream().allMatch(policy -> isIgnored(violation, policy));
  }

  /** The ignore rule that covers a violation, even if the rule is deleted or has expired. */
  static Optional<IgnoreRuleInfo> rule(Violation violation) {
    return violation.ignoreRuleInfo().filter(rule -> NonBlank.word(rule.id()).isPresent());
  }

  /** Whether a violation is ignored for this policy. */
  static boolean isIgnored(Violation violation, MatchedPolicy matched) {
    return matched.ignored().orElseGet(() -> hasRuleInForce(violation));
  }

  private static boolean hasRuleInForce(Violation violation) {
    return rule(violation)
        .filter(rule -> !rule.isDeleted() && !rule.expired().orElse(false))
        .isPresent();
  }
}
