package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * What one policy decided about a package. Compared without case. JFrog's documentation has an
 * example of one word only; servers may send others, for a policy that was bypassed or waived.
 */
public final class PolicyDecision extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The policy blocked the package. */
  public static final PolicyDecision BLOCKED = new PolicyDecision("Blocked");

  private PolicyDecision(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the decision with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static PolicyDecision of(String wire) {
    return new PolicyDecision(wire);
  }
}
