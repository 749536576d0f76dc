package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * What the rules of a policy examine: security issues, licenses or operational risk. Compared
 * without case.
 */
public final class PolicyType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Vulnerabilities, malicious packages, exposures and findings of static analysis. */
  public static final PolicyType SECURITY = new PolicyType("security");

  /** Licenses that are allowed or banned. */
  public static final PolicyType LICENSE = new PolicyType("license");

  /** Signs of poor maintenance, such as no release for years. */
  public static final PolicyType OPERATIONAL_RISK = new PolicyType("operational_risk");

  private PolicyType(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the policy type with this wire text. The text may be one that this library does not
   * know.
   */
  @JsonCreator
  public static PolicyType of(String wire) {
    return new PolicyType(wire);
  }
}
