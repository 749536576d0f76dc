package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The id of a waiver request. It is not the id of a waiver. Servers send it as a number or as a
 * text.
 */
public final class WaiverRequestId extends WireValue {
  private static final long serialVersionUID = 1L;

  private WaiverRequestId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static WaiverRequestId of(String wire) {
    return new WaiverRequestId(wire);
  }

  /** Returns the id with this number. */
  @JsonCreator
  public static WaiverRequestId of(long id) {
    return new WaiverRequestId(Long.toString(id));
  }
}
