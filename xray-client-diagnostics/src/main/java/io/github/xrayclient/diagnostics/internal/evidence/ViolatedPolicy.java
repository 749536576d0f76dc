package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the policy of a violation among several policies of its name, because a policy is
 * identified by its name and its type, and finds only violations of this type.
 */
final class ViolatedPolicy {
  private static final Set<PolicyType> TYPES =
      Set.of(PolicyType.SECURITY, PolicyType.LICENSE, PolicyType.OPERATIONAL_RISK);

  private ViolatedPolicy() {}

  /** The type of policy that finds violations of this type; empty if the documents do not tell it. */
  static Optional<PolicyType> type(Violation violation) {
    return ViolationValues.policyType(violation).filter(TYPES::contains);
  }

  /**
   * The candidates whose policy has the type of the violation. If there is none, those whose watch
   * applies no other policy of the name with this type.
   *
   * @param named the candidates of the violation's watch and of the name of its policy
   */
  static List<CandidateCause> among(
      List<CandidateCause> named, ViolatedNames names, Violation violation) {
    Optional<PolicyType> type = type(violation);
    if (type.isEmpty()) {
      return named;
    }
    List<CandidateCause> fitting = named.stream()
        .filter(candidate -> candidate.policyType().map(type.get()::equals).orElse(true))
        .collect(Collectors.toList());
    return fitting.isEmpty()
        ? named.stream()
            .filter(candidate -> !candidate.isOfWatchWith(names.policy(), type.get()))
            .collect(Collectors.toList())
        : fitting;
  }
}
