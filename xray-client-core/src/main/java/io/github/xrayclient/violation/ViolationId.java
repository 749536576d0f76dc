package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a violation, by which an ignored violation is restored. */
public final class ViolationId extends WireValue {
  private static final long serialVersionUID = 1L;

  private ViolationId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static ViolationId of(String wire) {
    return new ViolationId(wire);
  }
}
