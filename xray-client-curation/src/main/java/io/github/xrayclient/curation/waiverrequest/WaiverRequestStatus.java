package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** Whether a waiver request is decided, and how. */
public final class WaiverRequestStatus extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final WaiverRequestStatus PENDING = new WaiverRequestStatus("pending");
  public static final WaiverRequestStatus APPROVED = new WaiverRequestStatus("approved");
  public static final WaiverRequestStatus REJECTED = new WaiverRequestStatus("rejected");

  private WaiverRequestStatus(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static WaiverRequestStatus of(String wire) {
    return new WaiverRequestStatus(wire);
  }
}
