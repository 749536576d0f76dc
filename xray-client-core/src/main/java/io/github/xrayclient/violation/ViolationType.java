package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a violation is about. Other interfaces spell policy types differently. */
public final class ViolationType extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final ViolationType SECURITY = new ViolationType("Security");
  public static final ViolationType LICENSE = new ViolationType("License");
  public static final ViolationType OPERATIONAL_RISK = new ViolationType("Operational_Risk");

  private ViolationType(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static ViolationType of(String wire) {
    return new ViolationType(wire);
  }
}
