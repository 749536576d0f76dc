package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import java.util.List;
import java.util.Optional;

/** Reads from a violation whether an ignore rule covers it. */
public final class IgnoreStatus {
  private IgnoreStatus() {}

  /** Whether a violation blocks downloads by at least one policy for which it is not ignored. */
  public static boolean blocks(Violation violation) {
    return violation.matchedPolicies().stream().anyMatch(matched -> blocks(violation, matched));
  }

  /** Whether a violation blocks downloads by this policy and is not ignored. */
  public static boolean blocks(Violation violation, MatchedPolicy matched) {
    return matched.blocking().orElse(false) && !isIgnored(violation, matched);
  }

  /** Whether a violation is ignored for all policies that it matched. */
  public static boolean isIgnored(Violation violation) {
    List<MatchedPolicy> matched = violation.matchedPolicies();
    return matched.isEmpty()
        ? hasRuleInForce(violation)
        : matched.stream().allMatch(policy -> isIgnored(violation, policy));
  }

  /** The ignore rule that covers a violation, even if the rule is deleted or has expired. */
  public static Optional<IgnoreRuleInfo> rule(Violation violation) {
    return violation.ignoreRuleInfo().filter(rule -> NonBlank.word(rule.id()).isPresent());
  }

  /** Whether a violation is ignored for this policy. */
  public static boolean isIgnored(Violation violation, MatchedPolicy matched) {
    return matched.ignored().orElseGet(() -> hasRuleInForce(violation));
  }

  private static boolean hasRuleInForce(Violation violation) {
    return rule(violation)
        .filter(rule -> !rule.isDeleted() && !rule.expired().orElse(false))
        .isPresent();
  }
}
