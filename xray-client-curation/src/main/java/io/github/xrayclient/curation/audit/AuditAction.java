package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What Curation decided about a download. Compared without case. */
public final class AuditAction extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The download was refused. */
  public static final AuditAction BLOCKED = new AuditAction("blocked");

  /** The download was allowed. */
  public static final AuditAction APPROVED = new AuditAction("approved");

  /**
   * The download was allowed; JFrog's documentation does not explain how this differs from {@link
   * #APPROVED}.
   */
  public static final AuditAction PASSED = new AuditAction("passed");

  private AuditAction(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the action with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static AuditAction of(String wire) {
    return new AuditAction(wire);
  }
}
