package io.github.xrayclient.diagnostics.internal.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.Optional;

/** What a violation says of ignore rules. */
final class IgnoreStatus {
  private IgnoreStatus() {}

  /** Whether it blocks by this policy, and no ignore rule keeps it from that. */
  static boolean blocks(Violation violation, MatchedPolicy matched) {
    return matched.blocking().orElse(false) && !isIgnored(violation, matched);
  }

  /** Whether ignore rules keep it from having any effect. */
  static boolean isIgnored(Violation violation) {
    List<MatchedPolicy> matched = violation.matchedPolicies();
    return matched.isEmpty()
        ? hasRuleInForce(violation)
        : matched.stream().allMatch(policy -> isIgnored(violation, policy));
  }

  /** The rule that was made for it, in force or not. */
  static Optional<JsonNode> rule(Violation violation) {
    return violation.ignoreRuleInfo().filter(info -> !info.path("id").asText("").isEmpty());
  }

  static boolean isDeleted(JsonNode rule) {
    return !rule.path("deleted_at").asText("").isEmpty();
  }

  static boolean isExpired(JsonNode rule) {
    return rule.path("is_expired").asBoolean();
  }

  private static boolean isIgnored(Violation violation, MatchedPolicy matched) {
    return matched.ignored().orElseGet(() -> hasRuleInForce(violation));
  }

  private static boolean hasRuleInForce(Violation violation) {
    return rule(violation).filter(rule -> !isDeleted(rule) && !isExpired(rule)).isPresent();
  }
}
