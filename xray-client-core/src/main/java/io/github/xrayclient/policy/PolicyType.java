package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a policy judges. */
public final class PolicyType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final PolicyType SECURITY = new PolicyType("security");
  public static final PolicyType LICENSE = new PolicyType("license");
  public static final PolicyType OPERATIONAL_RISK = new PolicyType("operational_risk");

  private PolicyType(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static PolicyType of(String wire) {
    return new PolicyType(wire);
  }
}
