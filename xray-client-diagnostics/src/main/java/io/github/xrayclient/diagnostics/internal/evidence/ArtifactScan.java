package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
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

  boolean isDone() {
    return status.state().filter(ScanState.DONE::equals).isPresent();
  }
}
