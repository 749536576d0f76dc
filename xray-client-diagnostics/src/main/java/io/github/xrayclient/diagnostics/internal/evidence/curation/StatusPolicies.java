package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.status.StatusPolicy;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes the policies of a refusal by those that block the package now. */
final class StatusPolicies {
  private StatusPolicies() {}

  static CurationRefusal addedTo(CurationRefusal refusal, Optional<StatusEvidence> status) {
    return status
        .map(
            now -> refusal.toBuilder().policies(merged(refusal.policies(), now)).build())
        .orElse(refusal);
  }

  /**
   * Returns the policies of the refusal, with what the message does not contain, and then those
   * that the message does not name. Each of these has a finding that says so.
   */
  static List<ViolatedPolicy> merged(List<ViolatedPolicy> violated, StatusEvidence now) {
    List<StatusPolicy> left = new ArrayList<>(now.policies());
    List<ViolatedPolicy> merged = new ArrayList<>();
    for (ViolatedPolicy policy : violated) {
      Optional<StatusPolicy> same =
          left.stream().filter(each -> isSame(policy, each)).findFirst();
      same.ifPresent(left::remove);
      merged.add(same.map(each -> completed(policy, each)).orElse(policy));
    }
    left.forEach(policy -> merged.add(added(policy, now.repositoriesOf(policy))));
    return merged;
  }

  private static boolean isSame(ViolatedPolicy violated, StatusPolicy now) {
    Optional<String> condition = text(now.conditionName());
    return now.policyName().filter(violated.policy()::equalsIgnoreCase).isPresent()
        && (condition.isEmpty()
            || violated.condition().map(condition.get()::equalsIgnoreCase).orElse(true));
  }

  private static ViolatedPolicy completed(ViolatedPolicy violated, StatusPolicy now) {
    return violated.toBuilder()
        .condition(violated.condition().or(() -> text(now.conditionName())))
        .explanation(violated.explanation().or(() -> text(now.explanation())))
        .recommendation(violated.recommendation().or(() -> text(now.remediation())))
        .build();
  }

  private static ViolatedPolicy added(StatusPolicy now, List<String> repositories) {
    String where = repositories.isEmpty() ? "" : " for " + QuotedNames.of(repositories);
    return ViolatedPolicy.builder()
        .policy(now.policyName().orElse(""))
        .condition(text(now.conditionName()))
        .explanation(text(now.explanation()))
        .recommendation(text(now.remediation()))
        .raw(Stream.of(now.policyName(), now.conditionName(), now.explanation(), now.remediation())
            .flatMap(Optional::stream)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", ")))
        .addFinding(CurationFinding.of(
            CurationFinding.Kind.NAMED_BY_STATUS_ONLY,
            "When the server was asked now, it named this policy" + where
                + ". The refusal does not name it."))
        .build();
  }

  private static Optional<String> text(Optional<String> received) {
    return received.filter(text -> !text.isBlank());
  }
}
