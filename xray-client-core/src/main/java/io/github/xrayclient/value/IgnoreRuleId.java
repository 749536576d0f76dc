package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The id of an ignore rule. */
public final class IgnoreRuleId extends WireValue {
  private static final long serialVersionUID = 1L;

  private IgnoreRuleId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static IgnoreRuleId of(String wire) {
    return new IgnoreRuleId(wire);
  }
}
