package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for an artifact of a repository, or for any artifact of it. */
final class ArtifactOptions {
  @Option(
      names = "--repo",
      paramLabel = "KEY",
      required = true,
      description = "The key of the repository.")
  String repository;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path of an artifact in the repository, such as org/acme/app-1.0.jar."
          + " Default: no particular artifact.")
  String path;

  RequestedArtifact artifact() {
    return RequestedArtifact.builder()
        .repository(repository)
        .path(Optional.ofNullable(path))
        .build();
  }
}
