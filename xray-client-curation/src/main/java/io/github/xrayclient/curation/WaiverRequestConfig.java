package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** Whether users may ask for waivers of a policy, and who decides. */
public final class WaiverRequestConfig extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Nobody may ask. */
  public static final WaiverRequestConfig FORBIDDEN = new WaiverRequestConfig("forbidden");

  /** The decision owners decide. */
  public static final WaiverRequestConfig MANUAL = new WaiverRequestConfig("manual");

  /** Every request is approved at once. */
  public static final WaiverRequestConfig AUTO_APPROVED = new WaiverRequestConfig("auto_approved");

  private WaiverRequestConfig(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static WaiverRequestConfig of(String wire) {
    return new WaiverRequestConfig(wire);
  }
}
