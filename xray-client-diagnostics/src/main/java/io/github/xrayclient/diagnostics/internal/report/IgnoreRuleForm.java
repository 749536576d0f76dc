package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the body of a request that creates the narrowest ignore rule for one violation. */
public final class IgnoreRuleForm {
  /** How long the proposed rule is valid. */
  private static final Duration VALID = Duration.ofDays(30);

  private IgnoreRuleForm() {}

  /**
   * The draft of a rule that ends 30 days after the server was asked; empty if no rule can be made,
   * or if the server was not asked.
   */
  public static Optional<IgnoreRuleDraft> of(
      BlockingViolation violation, BlockCause cause, BlockExplanation explanation) {
    Optional<ProposedIgnoreRule> proposed = cause.ignoreRules().stream()
        .filter(rule -> rule.violation().equals(violation))
        .findFirst();
    return explanation
        .askedAt()
        .flatMap(now -> proposed.map(rule -> rule.draft(
            "Refused by policy \"" + cause.policy() + "\"",
            now.truncatedTo(ChronoUnit.SECONDS).plus(VALID))));
  }
}
