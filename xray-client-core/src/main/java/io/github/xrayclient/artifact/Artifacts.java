package io.github.xrayclient.artifact;

import io.github.xrayclient.error.XrayException;

/**
 * Reads what Xray knows of single artifacts. {@code XrayClient.artifacts()} returns it. Immutable and
 * thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface Artifacts {
  /**
   * How far the scans of an artifact are; {@code NOT_SCANNED} if Xray has not seen it, or has
   * forgotten it after the retention period.
   *
   * @param repository for an artifact of a remote repository the key of its cache, as a rule
   * @param path inside the repository
   * @throws XrayException if it cannot be had, for want of rights perhaps
   * @see "JFrog REST APIs: Artifact Scan Status"
   */
  ArtifactStatus status(String repository, String path);
}
