package io.github.xrayclient.artifact;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** How far a scan is. */
public final class ScanState extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final ScanState DONE = new ScanState("DONE");
  public static final ScanState PENDING = new ScanState("PENDING");
  public static final ScanState FAILED = new ScanState("FAILED");
  public static final ScanState NOT_SUPPORTED = new ScanState("NOT_SUPPORTED");
  public static final ScanState NOT_SCANNED = new ScanState("NOT_SCANNED");

  private ScanState(String wire) {
    super(wire, withoutCase(wire));
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static ScanState of(String wire) {
    return new ScanState(wire);
  }
}
