package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of an audit event, a number on the wire. */
public final class AuditEventId extends WireValue {
  private static final long serialVersionUID = 1L;

  private AuditEventId(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static AuditEventId of(String wire) {
    return new AuditEventId(wire);
  }

  /** An id from a number. */
  @JsonCreator
  public static AuditEventId of(long id) {
    return new AuditEventId(Long.toString(id));
  }
}
