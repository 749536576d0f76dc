package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Weighs a violation that does not block downloads. The first rule that matches ends the evaluation
 * of a policy, so a rule that is evaluated later blocks only if it matches something else. It is
 * not documented whether it does, so that such a violation makes a cause less certain, and rules
 * nothing out.
 */
final class NonBlockingViolation {
  private NonBlockingViolation() {}

  /**
   * @param there the candidates in the repositories in which the violation was found
   */
  static void weigh(
      Violation violation, MatchedPolicy matched, ViolatedNames names, List<CandidateCause> there) {
    Optional<String> rule = names.rule();
    if (rule.isEmpty()) {
      return;
    }
    List<CandidateCause> ofPolicy = there.stream()
        .filter(candidate ->
            candidate.is(BlockCause.Trigger.VIOLATION) && candidate.isNamedBy(names.withoutRule()))
        .collect(Collectors.toList());
    boolean isStated = matched.blocking().filter(blocking -> !blocking).isPresent();
    for (CandidateCause candidate : ViolatedPolicy.among(ofPolicy, names, violation)) {
      BlockingRule own = candidate.rule().orElseThrow();
      if (own.name().equals(rule.get())) {
        candidate.violations().addNotBlocking(violation);
        if (isStated && own.graceDays() == 0) {
          candidate
              .violations()
              .addDoubt("the artifact has another violation of the rule, because Xray reports that "
                  + violation(violation) + " does not block downloads");
        }
      } else if (own.mayFollow(rule.get()) && (isStated || !own.isBesideBlocking(rule.get()))) {
        candidate
            .violations()
            .addDoubt("the artifact has another violation that this rule matches,"
                + " because " + violation(violation) + " matched rule " + QuotedNames.of(rule.get())
                + ", which ended the evaluation of the policy, and does not block downloads");
      }
    }
  }

  private static String violation(Violation violation) {
    return ViolationValues.id(violation).map(id -> "violation " + id).orElse("a violation");
  }
}
