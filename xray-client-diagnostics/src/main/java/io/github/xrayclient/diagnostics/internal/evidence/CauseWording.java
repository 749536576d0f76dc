package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.Optional;

/** Words for causes and their evidence. */
final class CauseWording {
  private CauseWording() {}

  /** Why a candidate may block, the conditions on which that depends, and the violations found. */
  static String reason(CandidateCause candidate) {
    StringBuilder reason = new StringBuilder(sentence(candidate, candidate.openConditions()));
    candidate
        .ambiguity()
        .ifPresent(violation ->
            reason.append(' ').append(ambiguity(violation, candidate.ambiguousRules())));
    candidate
        .confirmation()
        .ifPresent(violation -> reason.append(' ').append(confirmation(violation)));
    candidate.notes().forEach(note -> reason.append(' ').append(note));
    return reason.toString();
  }

  private static String sentence(CandidateCause candidate, List<String> conditions) {
    String sentence = candidate
        .rule()
        .map(rule -> covers(candidate) + ", and " + blocks(candidate, rule))
        .orElseGet(() -> unread(candidate));
    if (!conditions.isEmpty()) {
      sentence += ", if " + String.join(" and if ", conditions);
    }
    Optional<BlockingRule> unconfirmed = candidate.rule().filter(rule -> !candidate.isConfirmed());
    if (unconfirmed.filter(BlockingRule::isShielded).isPresent()) {
      sentence += "; a rule that does not block is evaluated before it and may match first";
    }
    boolean advanced = unconfirmed.filter(BlockingRule::needsAdvancedSecurity).isPresent();
    return sentence + "."
        + (advanced
            ? " Its criteria need Advanced Security (applicable CVEs, exposures or code), without"
                + " which it may act otherwise."
            : "");
  }

  /** The violation that confirms a cause. */
  static String confirmation(Violation violation) {
    return violation(violation) + " blocks the artifact.";
  }

  /** The violation that confirms the policy, but not the rule. */
  private static String ambiguity(Violation violation, List<String> rules) {
    return violation(violation) + " blocks the artifact by this watch and policy, but what it says"
        + (rules.size() > 1
            ? " fits more than one rule: " + String.join(", ", rules) + "."
            : " fits more than one of these names.");
  }

  /** A violation by id, severity and time. */
  private static String violation(Violation violation) {
    return "Violation "
        + violation.issueId().or(violation::violationId).orElse("without id")
        + violation
            .severity()
            .map(Severity::wire)
            .map(severity -> " (" + severity + ")")
            .orElse("")
        + violation.created().map(time -> ", found " + time + ",").orElse("");
  }

  private static String covers(CandidateCause candidate) {
    ResourceMatch match = candidate.match();
    return "Watch " + candidate.watch().name() + " "
        + (match.coverage() == Coverage.COVERS ? match.reason() : "may cover the repository");
  }

  private static String blocks(CandidateCause candidate, BlockingRule rule) {
    return "rule " + rule.name() + " of policy " + rule.policy().name() + " blocks what "
        + (candidate.is(BlockCause.Trigger.UNSCANNED)
            ? "Xray has not finished scanning"
            : "it matches");
  }

  private static String unread(CandidateCause candidate) {
    return "Watch "
        + candidate.watch().name()
        + " applies policy "
        + candidate.policy()
        + candidate.policyType().map(type -> " of type " + type).orElse("")
        + ", which is not among the policies that could be read"
        + (candidate.isConfirmed() ? "" : ", so it may block");
  }
}
