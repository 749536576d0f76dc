package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a curation policy. Servers send it as a text or as a number. */
public final class CurationPolicyId extends WireValue {
  private static final long serialVersionUID = 1L;

  private CurationPolicyId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static CurationPolicyId of(String wire) {
    return new CurationPolicyId(wire);
  }

  /** Returns the id with this number; some servers send ids as numbers. */
  @JsonCreator
  public static CurationPolicyId of(long id) {
    return new CurationPolicyId(Long.toString(id));
  }
}
