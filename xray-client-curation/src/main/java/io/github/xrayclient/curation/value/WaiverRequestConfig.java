package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * Whether users may request waivers of a policy, and who decides on the requests. Compared without
 * case.
 */
public final class WaiverRequestConfig extends WireValue {
  private static final long serialVersionUID = 1L;

  /** Users may not request waivers. */
  public static final WaiverRequestConfig FORBIDDEN = new WaiverRequestConfig("forbidden");

  /** Members of the decision-owner groups decide on each request. */
  public static final WaiverRequestConfig MANUAL = new WaiverRequestConfig("manual");

  /** The server approves each request at once. */
  public static final WaiverRequestConfig AUTO_APPROVED = new WaiverRequestConfig("auto_approved");

  private WaiverRequestConfig(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the value with this wire text. The text may be one that this library does not know. */
  @JsonCreator
  public static WaiverRequestConfig of(String wire) {
    return new WaiverRequestConfig(wire);
  }
}
