package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import java.util.ArrayList;
import java.util.List;

/** The sentences that say why a candidate blocks a download, or may block it. */
final class CauseWording {
  private CauseWording() {}

  /** The watch and the rule, the evidence on them, and the conditions that are still open. */
  static String reason(CandidateCause candidate, boolean violationsSearched) {
    List<String> sentences = new ArrayList<>(List.of(coverage(candidate)));
    candidate
        .rule()
        .ifPresentOrElse(
            rule -> sentences.addAll(rule(candidate, rule)),
            () -> sentences.add(unreadPolicy(candidate)));
    sentences.addAll(violations(candidate, violationsSearched));
    sentences.addAll(candidate.notes());
    List<String> conditions = candidate.openConditions();
    if (!conditions.isEmpty()) {
      sentences.add(
          "This blocks the download only if " + String.join(" and if ", conditions) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String coverage(CandidateCause candidate) {
    String watch = "Watch " + QuotedNames.of(candidate.watch().name());
    ResourceMatch match = candidate.match();
    if (match.coverage() == Coverage.COVERS) {
      return watch + " " + match.reason() + ".";
    }
    return watch + (candidate.isConfirmed() ? " covers" : " may cover") + " repository "
        + QuotedNames.of(candidate.repository()) + ".";
  }

  private static List<String> rule(CandidateCause candidate, BlockingRule rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Rule " + QuotedNames.of(rule.name()) + " of policy "
        + QuotedNames.of(rule.policy().name())
        + (candidate.is(BlockCause.Trigger.UNSCANNED)
            ? " blocks downloads of artifacts that Xray has not finished scanning."
            : " blocks downloads of artifacts that violate it."));
    if (!candidate.isConfirmed() && rule.followsNonBlockingRule()) {
      sentences.add("Another rule of the policy does not block downloads, but is evaluated earlier"
          + " and may match first.");
    }
    if (!candidate.isConfirmed() && rule.needsAdvancedSecurity()) {
      sentences.add("The criteria of the rule (applicable CVEs, exposures or source code) need"
          + " Advanced Security. Without it, the rule may have a different effect.");
    }
    return sentences;
  }

  private static String unreadPolicy(CandidateCause candidate) {
    return "The watch applies policy "
        + QuotedNames.of(candidate.policy())
        + candidate.policyType().map(type -> " of type " + type).orElse("")
        + (candidate.isPartlyRead()
            ? ", some of whose settings for blocking could not be read"
            : ", which is not among the policies that could be read")
        + (candidate.isConfirmed() ? "." : ". It may block downloads.");
  }

  private static List<String> violations(CandidateCause candidate, boolean searched) {
    CandidateViolations found = candidate.violations();
    if (found.confirmation().isPresent()) {
      return List.of(confirmation(found.confirmation().get()));
    }
    if (found.ambiguity().isPresent()) {
      return List.of(ambiguity(found.ambiguity().get(), found.openQuestion()));
    }
    if (candidate.is(BlockCause.Trigger.UNSCANNED)) {
      return List.of();
    }
    String violated = candidate.rule().isPresent() ? "rule" : "policy";
    return List.of(
        searched
            ? "No blocking violation of this " + violated + " was found."
            : "Whether the artifact violates this " + violated + " was not checked.");
  }

  /** The violation that confirms a cause. */
  static String confirmation(Violation violation) {
    return "Xray reports that " + violation(violation) + " blocks downloads.";
  }

  /** The violation that confirms the watch and the policy, but not the rule. */
  private static String ambiguity(Violation violation, String question) {
    return "Xray reports that " + violation(violation)
        + " blocks downloads through this watch and policy, but " + question + ".";
  }

  /** A violation by id, severity and time. */
  private static String violation(Violation violation) {
    return ViolationValues.id(violation)
            .map(id -> "violation " + id)
            .orElse("a violation without id")
        + NonBlank.word(violation.severity())
            .map(Severity::wire)
            .map(severity -> " (" + severity + ")")
            .orElse("")
        + violation
            .created()
            .filter(time -> !time.isNever())
            .map(time -> ", found at " + time + ",")
            .orElse("");
  }
}
