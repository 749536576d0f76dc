package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * Whether the waiver of an approved request has ended, or soon will. Compared without case. The
 * words are known from observation only.
 */
public final class WaiverExpiryStatus extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The waiver has no time limit. Servers know this word as a filter. */
  public static final WaiverExpiryStatus PERMANENT = new WaiverExpiryStatus("permanent");

  /** The waiver has a time limit, and does not end soon. Servers know this word in answers. */
  public static final WaiverExpiryStatus ACTIVE = new WaiverExpiryStatus("active");

  /** The waiver ends soon, by the server's judgement. */
  public static final WaiverExpiryStatus EXPIRING_SOON = new WaiverExpiryStatus("expiring_soon");

  /** The waiver has ended. */
  public static final WaiverExpiryStatus EXPIRED = new WaiverExpiryStatus("expired");

  private WaiverExpiryStatus(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the word with this text. The text may be one that this library does not know. */
  @JsonCreator
  public static WaiverExpiryStatus of(String wire) {
    return new WaiverExpiryStatus(wire);
  }
}
