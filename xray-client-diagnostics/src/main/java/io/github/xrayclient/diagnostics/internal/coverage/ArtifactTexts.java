package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of an artifact on which filters of watches are tested. Empty if the path is not known. */
final class ArtifactTexts {
  private static final List<String> MANIFESTS = List.of("/manifest.json", "/list.manifest.json");

  private ArtifactTexts() {}

  static List<String> fileName(RequestedArtifact artifact) {
    return artifact
        .path()
        .map(path -> List.of(path.substring(path.lastIndexOf('/') + 1)))
        .orElse(List.of());
  }

  /** For the manifest of an image, its tag, its name and its other file name; otherwise empty. */
  static List<String> imageNames(RequestedArtifact artifact) {
    List<String> paths = paths(artifact);
    return Stream.concat(
            paths.subList(Math.min(1, paths.size()), paths.size()).stream(),
            otherManifest(artifact).stream())
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toList());
  }

  /**
   * For the manifest of an image, the path of the other form that the manifest of a tag may have;
   * otherwise empty.
   */
  static List<String> otherManifest(RequestedArtifact artifact) {
    return artifact
        .path()
        .flatMap(path -> MANIFESTS.stream()
            .filter(path::endsWith)
            .findFirst()
            .map(manifest -> path.substring(0, path.length() - manifest.length())
                + MANIFESTS.get(1 - MANIFESTS.indexOf(manifest))))
        .map(path -> List.of(path.replaceFirst("^/+", "")))
        .orElse(List.of());
  }

  /** The path, and for the manifest of an image also the folders of its tag and of the image. */
  static List<String> paths(RequestedArtifact artifact) {
    if (artifact.path().isEmpty()) {
      return List.of();
    }
    String inside = artifact.path().get().replaceFirst("^/+", "");
    List<String> paths = new ArrayList<>(List.of(inside));
    MANIFESTS.stream().filter(inside::endsWith).findFirst().ifPresent(manifest -> {
      String tag = inside.substring(0, inside.length() - manifest.length());
      paths.add(tag);
      if (tag.indexOf('/') > 0) {
        paths.add(tag.substring(0, tag.lastIndexOf('/')));
      }
    });
    return paths;
  }
}
