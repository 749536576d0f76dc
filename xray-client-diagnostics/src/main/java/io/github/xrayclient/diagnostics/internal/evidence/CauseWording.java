package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.Coverage;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Words for causes and their evidence. */
final class CauseWording {
  private CauseWording() {}

  /** Why a suspect is one, in a sentence, with the conditions on which it depends. */
  static String reason(CandidateCause suspect, List<String> conditions) {
    String sentence = suspect
        .rule()
        .map(rule -> covers(suspect) + ", and " + blocks(suspect, rule))
        .orElseGet(() -> unread(suspect));
    if (!conditions.isEmpty()) {
      sentence += ", if " + String.join(" and if ", conditions);
    }
    Optional<BlockingRule> unproven = suspect.rule().filter(rule -> !suspect.isProven());
    if (unproven.filter(BlockingRule::isShielded).isPresent()) {
      sentence += "; a rule that does not block is evaluated before it and may match first";
    }
    boolean advanced = unproven.filter(BlockingRule::needsAdvancedSecurity).isPresent();
    return sentence + "."
        + (advanced
            ? " Its criteria need Advanced Security (applicable CVEs, exposures or code), without"
                + " which it may act otherwise."
            : "");
  }

  /** What makes a cause sure. */
  static String proof(Violation violation) {
    return violation(violation) + " blocks the artifact.";
  }

  /** What makes the policy sure, but not the rule. */
  static String accusation(Violation violation, List<String> rules) {
    return violation(violation) + " blocks the artifact by this watch and policy, but what it says"
        + (rules.size() > 1
            ? " fits more than one rule: " + String.join(", ", rules) + "."
            : " fits more than one of these names.");
  }

  /** A violation by id, severity and time. */
  static String violation(Violation violation) {
    return "Violation "
        + violation.issueId().or(violation::violationId).orElse("without id")
        + violation
            .severity()
            .map(Severity::wire)
            .map(severity -> " (" + severity + ")")
            .orElse("")
        + violation.created().map(time -> ", found " + time + ",").orElse("");
  }

  static Optional<Instant> instant(Optional<Timestamp> time) {
    return time.flatMap(Timestamp::toInstant);
  }

  private static String covers(CandidateCause suspect) {
    ResourceMatch match = suspect.match();
    return "Watch " + suspect.watch().name() + " "
        + (match.coverage() == Coverage.COVERS ? match.reason() : "may cover the repository");
  }

  private static String blocks(CandidateCause suspect, BlockingRule rule) {
    return "rule " + rule.name() + " of policy " + rule.policy().name() + " blocks what "
        + (suspect.is(Trigger.UNSCANNED) ? "Xray has not finished scanning" : "it matches");
  }

  private static String unread(CandidateCause suspect) {
    return "Watch "
        + suspect.watch().name()
        + " applies policy "
        + suspect.policy()
        + suspect.policyType().map(type -> " of type " + type).orElse("")
        + ", which is not among the policies that could be read"
        + (suspect.isProven() ? "" : ", so it may block");
  }
}
