package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

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
