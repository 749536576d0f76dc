package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How grave a finding is. Compared without case, since servers change the case of what was sent. */
public final class Severity extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Every severity, as a policy's lower bound. */
  public static final Severity ALL = new Severity("All severities");

  public static final Severity CRITICAL = new Severity("Critical");
  public static final Severity HIGH = new Severity("High");
  public static final Severity MEDIUM = new Severity("Medium");
  public static final Severity LOW = new Severity("Low");

  private Severity(String wire) {
    super(wire, withoutCase(wire));
  }

  @JsonCreator
  public static Severity of(String wire) {
    return new Severity(wire);
  }
}
