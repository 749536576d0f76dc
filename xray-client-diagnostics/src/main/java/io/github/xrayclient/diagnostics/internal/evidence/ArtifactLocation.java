package io.github.xrayclient.diagnostics.internal.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A repository's key and a path inside it. Immutable. */
final class ArtifactLocation {
  private static final String MANIFEST = "manifest.json";

  private final String repository;
  private final String path;

  ArtifactLocation(String repository, String path) {
    this.repository = repository;
    this.path = path.replaceFirst("^/+", "");
  }

  String repository() {
    return repository;
  }

  String path() {
    return path;
  }

  /**
   * Whether a text such as {@code default/repository/path} names this location. The manifest of an image
   * is also named by its folder.
   */
  boolean isNamedBy(String artifact) {
    String end = "/" + artifact.replaceFirst("/+$", "");
    return names().anyMatch(name -> end.endsWith("/" + repository + "/" + name));
  }

  private Stream<String> names() {
    int folder = path.lastIndexOf('/');
    return folder > 0 && path.endsWith(MANIFEST)
        ? Stream.of(path, path.substring(0, folder))
        : Stream.of(path);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArtifactLocation
        && ((ArtifactLocation) other).repository.equals(repository)
        && ((ArtifactLocation) other).path.equals(path);
  }

  @Override
  public int hashCode() {
    return List.of(repository, path).hashCode();
  }

  @Override
  public String toString() {
    return repository + "/" + path;
  }
}
