package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the layer that a refused address of a registry names, such as {@code
 * /v2/docker-local/app/blobs/sha256:…}. The address does not tell where the layer is stored.
 */
public final class LayerOfAddress {
  private static final String API = "v2/";
  private static final Pattern LAYER = Pattern.compile(API + ".+/blobs/sha256:[0-9a-f]{64}");

  private LayerOfAddress() {}

  /** The artifact, with the layer in place of its path if the refusal does not tell the path. */
  public static RequestedArtifact addTo(RequestedArtifact artifact, BlockedDownload refusal) {
    return artifact.path().isPresent()
        ? artifact
        : refusal
            .address()
            .flatMap(address -> DownloadAddress.parse(address, artifact.repository()::equals))
            .filter(address -> address.repository().equals(Optional.of(artifact.repository())))
            .flatMap(DownloadAddress::path)
            .filter(path -> LAYER.matcher(path).matches())
            .map(path -> artifact.toBuilder().path(path.substring(API.length())).build())
            .orElse(artifact);
  }
}
