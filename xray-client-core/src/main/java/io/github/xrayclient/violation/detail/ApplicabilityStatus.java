package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What contextual analysis found out about a CVE in a component. Compared without case. */
public final class ApplicabilityStatus extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The vulnerable code can be exploited. */
  public static final ApplicabilityStatus APPLICABLE = new ApplicabilityStatus("applicable");

  /** The vulnerable code cannot be exploited in this component. */
  public static final ApplicabilityStatus NOT_APPLICABLE =
      new ApplicabilityStatus("not_applicable");

  /** The analysis could not decide it. */
  public static final ApplicabilityStatus UNDETERMINED = new ApplicabilityStatus("undetermined");

  /** There is no scanner for the CVE. */
  public static final ApplicabilityStatus NOT_COVERED = new ApplicabilityStatus("not_covered");

  /** The component was not analyzed. */
  public static final ApplicabilityStatus NOT_SCANNED = new ApplicabilityStatus("not_scanned");

  /** The component has to be scanned again. */
  public static final ApplicabilityStatus RESCAN_REQUIRED =
      new ApplicabilityStatus("rescan_required");

  /** The analysis needs a newer version of Xray or of its scanner. */
  public static final ApplicabilityStatus UPGRADE_REQUIRED =
      new ApplicabilityStatus("upgrade_required");

  /** The analysis does not support the technology of the component. */
  public static final ApplicabilityStatus TECHNOLOGY_UNSUPPORTED =
      new ApplicabilityStatus("technology_unsupported");

  private ApplicabilityStatus(String wire) {
    super(wire, withoutCase(wire));
  }

  /**
   * Returns the status with this wire text. The text may be one that this library does not know.
   */
  @JsonCreator
  public static ApplicabilityStatus of(String wire) {
    return new ApplicabilityStatus(wire);
  }
}
