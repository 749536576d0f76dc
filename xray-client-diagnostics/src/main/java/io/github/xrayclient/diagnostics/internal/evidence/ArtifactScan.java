package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ScanStates;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;

/** The status of a scan, and where the scanned artifact is. Immutable. */
final class ArtifactScan {
  private final ArtifactLocation location;
  private final ScanStatus status;

  ArtifactScan(ArtifactLocation location, ScanStatus status) {
    this.location = location;
    this.status = status;
  }

  ArtifactLocation location() {
    return location;
  }

  ScanStatus status() {
    return status;
  }

  /** Whether the scan certainly is not done, so that rules on unscanned artifacts block it. */
  boolean isUnfinished() {
    return status.state().filter(ScanStates::isUnfinished).isPresent();
  }

  /** Whether Xray can scan the artifact at all, so that it may help to wait. */
  boolean isSupported() {
    return status.state().filter(ScanState.NOT_SUPPORTED::equals).isEmpty();
  }

  boolean isDone() {
    return status.state().filter(ScanStates::isDone).isPresent();
  }
}
