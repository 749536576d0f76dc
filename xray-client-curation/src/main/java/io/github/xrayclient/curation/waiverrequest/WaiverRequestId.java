package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a waiver request, number or text on the wire; not that of a waiver. */
public final class WaiverRequestId extends WireValue {
  private static final long serialVersionUID = 1L;

  private WaiverRequestId(String wire) {
    super(wire);
  }

  /** The id that the server spells like this. */
  @JsonCreator
  public static WaiverRequestId of(String wire) {
    return new WaiverRequestId(wire);
  }

  /** An id from a number. */
  @JsonCreator
  public static WaiverRequestId of(long id) {
    return new WaiverRequestId(Long.toString(id));
  }
}
