package io.github.xrayclient.artifact;

import io.github.xrayclient.error.XrayException;

/**
 * Reads what Xray knows about single artifacts; returned by {@code XrayClient.artifacts()}.
 * Immutable and thread-safe. Later versions may add methods, so mock this interface, but do not
 * implement it.
 */
public interface Artifacts {
  /**
   * Reads with one request how far Xray has scanned an artifact. The state is {@link
   * ScanState#NOT_SCANNED} if Xray does not know the artifact, or removed it after the retention
   * period.
   *
   * @param repository the key of the repository; for a remote repository, usually the key of its
   *     cache, which ends with {@code -cache}
   * @param path the path inside the repository
   * @throws IllegalArgumentException if an argument is blank
   * @throws XrayException if the status could not be read, for example because the token may not
   *     read it
   * @see "JFrog REST APIs: Artifact Scan Status"
   */
  ArtifactStatus status(String repository, String path);
}
