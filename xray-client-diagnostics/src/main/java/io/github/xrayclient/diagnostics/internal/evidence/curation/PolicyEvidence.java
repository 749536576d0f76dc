package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.refusal.words.ViolatedPolicyParser;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the policies of a refusal on the server. */
final class PolicyEvidence {
  private final CurationReads reads;

  PolicyEvidence(CurationReads reads) {
    this.reads = reads;
  }

  /** Reads the policies in the message again, with the names that exist on the server. */
  CurationRefusal reread(CurationRefusal refusal, List<NotChecked> notChecked) {
    return reads
        .policies(notChecked)
        .map(all -> ViolatedPolicyParser.reread(
            refusal,
            all.stream().map(CurationPolicy::name).collect(Collectors.toSet()),
            all.stream().flatMap(PolicyEvidence::conditionName).collect(Collectors.toSet())))
        .orElse(refusal);
  }

  /** Returns the refusal with findings about its policies, as the server has them now. */
  CurationRefusal lookedUp(CurationRefusal refusal, RefusedPackage refused) {
    if (reads.policies(new ArrayList<>()).isEmpty()) {
      return refusal;
    }
    return refusal.toBuilder()
        .policies(refusal.policies().stream()
            .map(violated -> found(violated, refused))
            .collect(Collectors.toList()))
        .build();
  }

  private ViolatedPolicy found(ViolatedPolicy violated, RefusedPackage refused) {
    List<CurationPolicy> named = policies(violated);
    if (named.size() != 1) {
      CurationFinding problem = named.isEmpty()
          ? CurationFinding.of(
              CurationFinding.Kind.POLICY_NOT_FOUND,
              "Curation policy " + QuotedNames.of(violated.policy())
                  + " is not among the curation policies that could be read.")
          : CurationFinding.of(
              CurationFinding.Kind.POLICY_NAME_NOT_UNIQUE,
              "Several curation policies have the name " + QuotedNames.of(violated.policy())
                  + ". Their ids are " + ids(named) + ".");
      return violated.toBuilder().addFinding(problem).build();
    }
    CurationPolicy policy = named.get(0);
    return violated.toBuilder()
        .policyId(policy.id())
        .addAllFindings(CurationPolicyFindings.of(policy, refused))
        .build();
  }

  /** The policies of a refusal that were found on the server. */
  List<CurationPolicy> found(CurationRefusal refusal) {
    return refusal.policies().stream()
        .flatMap(violated -> policy(violated).stream())
        .collect(Collectors.toList());
  }

  private Optional<CurationPolicy> policy(ViolatedPolicy violated) {
    return policies(violated).stream()
        .filter(policy -> violated.policyId().filter(policy.id()::equals).isPresent())
        .findFirst();
  }

  private List<CurationPolicy> policies(ViolatedPolicy violated) {
    return reads.policies(new ArrayList<>()).orElse(List.of()).stream()
        .filter(policy -> policy.name().equals(violated.policy()))
        .collect(Collectors.toList());
  }

  private static Stream<String> conditionName(CurationPolicy policy) {
    return policy.condition().flatMap(condition -> NonBlank.text(condition.name())).stream();
  }

  private static String ids(List<CurationPolicy> policies) {
    return policies.stream().map(policy -> policy.id().wire()).collect(Collectors.joining(" and "));
  }
}
