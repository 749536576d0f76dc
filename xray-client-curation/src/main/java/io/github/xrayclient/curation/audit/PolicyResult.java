package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * What one policy decided about a package. Compared without case. JFrog's documentation has an
 * example of one word only; servers may send others, for a policy that was bypassed or waived.
 */
public final class PolicyResult extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The policy blocked the package. */
  public static final PolicyResult BLOCKED = new PolicyResult("Blocked");

  private PolicyResult(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the result with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static PolicyResult of(String wire) {
    return new PolicyResult(wire);
  }
}
