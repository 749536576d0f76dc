package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The kind of risk that a condition tests for. Compared without case. */
public final class RiskType extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Vulnerabilities, malicious packages and similar threats. */
  public static final RiskType SECURITY = new RiskType("security");

  /** Licenses. */
  public static final RiskType LEGAL = new RiskType("legal");

  /** Packages that are too new, too old or not maintained. */
  public static final RiskType OPERATIONAL = new RiskType("operational");

  private RiskType(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the risk type with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static RiskType of(String wire) {
    return new RiskType(wire);
  }
}
