package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What became of a download. */
public final class AuditAction extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final AuditAction BLOCKED = new AuditAction("blocked");
  public static final AuditAction APPROVED = new AuditAction("approved");
  public static final AuditAction PASSED = new AuditAction("passed");

  private AuditAction(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static AuditAction of(String wire) {
    return new AuditAction(wire);
  }
}
