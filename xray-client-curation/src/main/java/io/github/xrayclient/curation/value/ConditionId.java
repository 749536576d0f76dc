package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a condition, text or number on the wire. */
public final class ConditionId extends WireValue {
  private static final long serialVersionUID = 1L;

  private ConditionId(String wire) {
    super(wire);
  }

  /** The id that the server spells like this. */
  @JsonCreator
  public static ConditionId of(String wire) {
    return new ConditionId(wire);
  }

  /** An id from a number, since some servers send ids as numbers. */
  @JsonCreator
  public static ConditionId of(long id) {
    return new ConditionId(Long.toString(id));
  }
}
