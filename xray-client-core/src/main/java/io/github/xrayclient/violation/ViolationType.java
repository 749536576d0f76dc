package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * What a violation is about. Its wire texts differ from those of {@link
 * io.github.xrayclient.policy.PolicyType}. Compared without case.
 */
public final class ViolationType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** A vulnerability, malicious package, exposure or finding of static analysis. */
  public static final ViolationType SECURITY = new ViolationType("Security");

  /** A license that is not allowed. */
  public static final ViolationType LICENSE = new ViolationType("License");

  /** A sign of poor maintenance, such as no release for years. */
  public static final ViolationType OPERATIONAL_RISK = new ViolationType("Operational_Risk");

  private ViolationType(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the violation type with this wire text. The text may be one that this library does not
   * know.
   */
  @JsonCreator
  public static ViolationType of(String wire) {
    return new ViolationType(wire);
  }
}
