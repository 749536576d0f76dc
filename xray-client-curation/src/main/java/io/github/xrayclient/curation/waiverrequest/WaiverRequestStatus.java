package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** Whether a waiver request is pending, approved or rejected. Compared without case. */
public final class WaiverRequestStatus extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The request is not decided yet. */
  public static final WaiverRequestStatus PENDING = new WaiverRequestStatus("pending");

  /** The request was approved, and the package has a waiver. */
  public static final WaiverRequestStatus APPROVED = new WaiverRequestStatus("approved");

  /** The request was rejected. */
  public static final WaiverRequestStatus REJECTED = new WaiverRequestStatus("rejected");

  private WaiverRequestStatus(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the status with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static WaiverRequestStatus of(String wire) {
    return new WaiverRequestStatus(wire);
  }
}
