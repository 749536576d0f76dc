package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The kind of risk that a condition looks for. */
public final class RiskType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final RiskType SECURITY = new RiskType("security");
  public static final RiskType LEGAL = new RiskType("legal");
  public static final RiskType OPERATIONAL = new RiskType("operational");

  private RiskType(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static RiskType of(String wire) {
    return new RiskType(wire);
  }
}
