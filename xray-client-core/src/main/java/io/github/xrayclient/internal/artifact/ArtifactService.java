package io.github.xrayclient.internal.artifact;

import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.Artifacts;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Map;
import java.util.Objects;

/** Reads the scan status of artifacts by the REST API. */
public final class ArtifactService implements Artifacts {
  private final ApiCalls xray;

  public ArtifactService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public ArtifactStatus status(String repository, String path) {
    return xray.call("POST", "/xray/api/v1/artifact/status")
        .readOnly()
        .body(Map.of(
            "repo",
            Arguments.checked("repository", repository),
            "path",
            Arguments.checked("path", path)))
        .readAs(ArtifactStatus.class)
        .send();
  }
}
