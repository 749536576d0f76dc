package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a curation policy does with a package that meets its condition. Compared without case. */
public final class PolicyAction extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The download is refused. */
  public static final PolicyAction BLOCK = new PolicyAction("block");

  /** The download is allowed, and recorded in the audit. */
  public static final PolicyAction DRY_RUN = new PolicyAction("dry_run");

  private PolicyAction(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the action with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static PolicyAction of(String wire) {
    return new PolicyAction(wire);
  }
}
