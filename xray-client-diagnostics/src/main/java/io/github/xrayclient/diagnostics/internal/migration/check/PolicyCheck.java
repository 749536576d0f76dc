package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.ValueReader;
import io.github.xrayclient.internal.write.DraftProblems;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the type and the rules of a policy, the rules as a draft checks them. */
final class PolicyCheck {
  private static final List<String> TYPES = Stream.of(
          PolicyType.SECURITY, PolicyType.LICENSE, PolicyType.OPERATIONAL_RISK)
      .map(PolicyType::wire)
      .collect(Collectors.toList());

  private static final ValueReader<Policy> READER = ValueReader.of(Policy.class);

  private PolicyCheck() {}

  static void check(ObjectNode content, Findings findings) {
    Policy policy = read(content);
    PolicyType type = policy.type().orElse(PolicyType.of(""));
    if (type.wire().isBlank() && !policy.extras().containsKey("type")) {
      findings.missing("type", "add it", TYPES);
    }
    if (policy.rules().isEmpty()) {
      findings.missing("rules", "add at least one rule", List.of());
      return;
    }
    for (Rule rule : policy.rules()) {
      if (rule.name().isBlank()) {
        findings.missing("rules[].name", "give each rule a name of its own", List.of());
        return;
      }
    }
    PolicyDraft.Builder draft = PolicyDraft.named("policy", type);
    policy.rules().forEach(draft::addRule);
    DraftProblems.foundBy(draft::build)
        .forEach(problem -> findings.refused(problem.field(), problem.finding()));
  }

  private static Policy read(ObjectNode content) {
    try {
      return READER.read(content);
    } catch (IOException e) {
      throw new IllegalStateException("the content was valid when it was read", e);
    }
  }
}
