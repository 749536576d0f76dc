package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.ignorerule.NarrowestFilters;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationId;
import java.util.Locale;
import java.util.Optional;

/** Converts a violation into the value that explanations contain. */
public final class ViolationValues {
  private ViolationValues() {}

  public static BlockingViolation of(Violation violation) {
    BlockingViolation.Builder value = BlockingViolation.builder();
    try {
      value.ignoreFilters(NarrowestFilters.of(violation));
    } catch (IllegalArgumentException notIgnorable) {
      value.notIgnorable(
          notIgnorable instanceof Remediable
              ? ((Remediable) notIgnorable).problem()
              : String.valueOf(notIgnorable.getMessage()));
    }
    return value
        .issueId(NonBlank.text(violation.issueId()))
        .violationId(NonBlank.word(violation.violationId()))
        .cves(NonBlank.texts(violation.cves()))
        .components(violation.components())
        .severity(NonBlank.word(violation.severity()))
        .fixVersions(NonBlank.texts(violation.fixVersions()))
        .foundAt(violation.created().filter(time -> !time.isNever()))
        .url(NonBlank.text(violation.detailsUrl()))
        .build();
  }

  /** The type of policy that finds violations of this type; empty if the violation states no type. */
  static Optional<PolicyType> policyType(Violation violation) {
    return NonBlank.word(violation.type())
        .map(type -> PolicyType.of(type.wire().toLowerCase(Locale.ROOT)));
  }

  /** The id of the issue, or of the violation if the issue has none; empty if neither has one. */
  static Optional<String> id(Violation violation) {
    return NonBlank.text(violation.issueId())
        .or(() -> NonBlank.word(violation.violationId()).map(ViolationId::wire));
  }
}
