package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a condition. Servers send it as a text or as a number. */
public final class ConditionId extends WireValue {
  private static final long serialVersionUID = 1L;

  private ConditionId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static ConditionId of(String wire) {
    return new ConditionId(wire);
  }

  /** Returns the id with this number; some servers send ids as numbers. */
  @JsonCreator
  public static ConditionId of(long id) {
    return new ConditionId(Long.toString(id));
  }
}
