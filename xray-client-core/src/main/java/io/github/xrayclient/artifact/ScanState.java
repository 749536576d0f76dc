package io.github.xrayclient.artifact;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** How far a scan is. Compared without case. */
public final class ScanState extends WireValue {
  private static final long serialVersionUID = 1L;

  /** The scan is complete. */
  public static final ScanState DONE = new ScanState("DONE");

  /** The scan has not finished. */
  public static final ScanState PENDING = new ScanState("PENDING");

  /** The artifact is being scanned. */
  public static final ScanState SCANNING = new ScanState("SCANNING");

  /** Only a part of the scan is complete. */
  public static final ScanState PARTIAL = new ScanState("PARTIAL");

  /** The scan failed. */
  public static final ScanState FAILED = new ScanState("FAILED");

  /** Xray cannot scan this kind of artifact in this way. */
  public static final ScanState NOT_SUPPORTED = new ScanState("NOT_SUPPORTED");

  /** Xray has not scanned the artifact, or does not know it. */
  public static final ScanState NOT_SCANNED = new ScanState("NOT_SCANNED");

  private ScanState(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the state with this wire text. The text may be one that this library does not know. */
  @JsonCreator
  public static ScanState of(String wire) {
    return new ScanState(wire);
  }
}
