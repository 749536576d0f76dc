package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of an audit event. Servers send it as a number. */
public final class AuditEventId extends WireValue {
  private static final long serialVersionUID = 1L;

  private AuditEventId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static AuditEventId of(String wire) {
    return new AuditEventId(wire);
  }

  /** Returns the id with this number. */
  @JsonCreator
  public static AuditEventId of(long id) {
    return new AuditEventId(Long.toString(id));
  }
}
