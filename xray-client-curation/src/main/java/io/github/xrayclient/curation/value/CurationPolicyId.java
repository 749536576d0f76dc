package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a curation policy, text or number on the wire. */
public final class CurationPolicyId extends WireValue {
  private static final long serialVersionUID = 1L;

  private CurationPolicyId(String wire) {
    super(wire);
  }

  /** The id that the server spells like this. */
  @JsonCreator
  public static CurationPolicyId of(String wire) {
    return new CurationPolicyId(wire);
  }

  /** An id from a number, since some servers send ids as numbers. */
  @JsonCreator
  public static CurationPolicyId of(long id) {
    return new CurationPolicyId(Long.toString(id));
  }
}
