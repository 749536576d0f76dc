package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.curation.internal.message.KnownNames;
import io.github.xrayclient.curation.internal.message.PolicyGroup;
import io.github.xrayclient.curation.internal.message.PolicyGroupParser;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.Collection;
import java.util.stream.Collectors;

/** Makes violated policies from the groups in a message of Curation. */
public final class ViolatedPolicyParser {
  private ViolatedPolicyParser() {}

  /** Reads the text between the braces. */
  static ViolatedPolicy parse(String group) {
    return parse(group, KnownNames.NONE, KnownNames.NONE);
  }

  private static ViolatedPolicy parse(String group, KnownNames policies, KnownNames conditions) {
    PolicyGroup parts = PolicyGroupParser.parse(group, policies, conditions);
    return ViolatedPolicy.builder()
        .policy(parts.policy())
        .condition(parts.condition())
        .explanation(parts.explanation())
        .recommendation(parts.recommendation())
        .raw(group)
        .build();
  }

  /** Reads the policies of a refusal again, with the names that exist on the server. */
  public static CurationRefusal reread(
      CurationRefusal refusal, Collection<String> policies, Collection<String> conditions) {
    KnownNames knownPolicies = new KnownNames(policies);
    KnownNames knownConditions = new KnownNames(conditions);
    return refusal.toBuilder()
        .policies(refusal.policies().stream()
            .map(violated -> reread(violated, knownPolicies, knownConditions))
            .collect(Collectors.toUnmodifiableList()))
        .build();
  }

  /** Parses a policy again if known names show that its text was split at a wrong comma. */
  private static ViolatedPolicy reread(
      ViolatedPolicy violated, KnownNames policies, KnownNames conditions) {
    ViolatedPolicy anew = parse(violated.raw(), policies, conditions);
    if (anew.policy().equalsIgnoreCase(violated.policy())
        && anew.condition().isPresent() == violated.condition().isPresent()
        && anew.condition().orElse("").equalsIgnoreCase(violated.condition().orElse(""))) {
      return violated.toBuilder()
          .policy(anew.policy())
          .condition(anew.condition())
          .build();
    }
    boolean known = policies.find(anew.policy()).isPresent()
        || anew.condition().flatMap(conditions::find).isPresent();
    return known ? anew : violated;
  }
}
