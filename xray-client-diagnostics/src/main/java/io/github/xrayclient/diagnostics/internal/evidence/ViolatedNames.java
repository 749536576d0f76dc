package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import java.util.Optional;

/** The names of the watch, the policy and the rule that found a violation. Immutable. */
final class ViolatedNames {
  private final String watch;
  private final String policy;
  private final Optional<String> rule;

  private ViolatedNames(String watch, String policy, Optional<String> rule) {
    this.watch = watch;
    this.policy = policy;
    this.rule = rule;
  }

  /** The names; empty if the violation does not name a watch and a policy. */
  static Optional<ViolatedNames> of(Violation violation, MatchedPolicy matched) {
    return NonBlank.text(violation.watchName())
        .flatMap(watch -> NonBlank.text(matched.policy())
            .map(policy -> new ViolatedNames(watch, policy, NonBlank.text(matched.rule()))));
  }

  ViolatedNames withoutRule() {
    return new ViolatedNames(watch, policy, Optional.empty());
  }

  String watch() {
    return watch;
  }

  String policy() {
    return policy;
  }

  /** The name of the rule; empty if the violation does not name it. */
  Optional<String> rule() {
    return rule;
  }
}
