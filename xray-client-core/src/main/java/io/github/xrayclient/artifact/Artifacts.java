package io.github.xrayclient.artifact;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Map;
import java.util.Objects;

/** What Xray knows of single artifacts. Thread-safe. */
public final class Artifacts {
  private final ApiCalls xray;

  /** The artifacts that a client sees. */
  public Artifacts(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /**
   * How far the scans of an artifact are; {@code NOT_SCANNED} if Xray has not seen it, or has
   * forgotten it after the retention period.
   *
   * @param repository for an artifact of a remote repository the key of its cache, as a rule
   * @param path inside the repository
   * @throws XrayException if it cannot be had, for want of rights perhaps
   * @see "JFrog REST APIs: Artifact Scan Status"
   */
  public ArtifactStatus status(String repository, String path) {
    return xray.call("POST", "/xray/api/v1/artifact/status")
        .readOnly()
        .body(Map.of(
            "repo",
            Arguments.checked("repository", repository),
            "path",
            Arguments.checked("path", path)))
        .as(ArtifactStatus.class)
        .send();
  }
}
