package io.github.xrayclient.diagnostics.internal.evidence.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repository's key and a path inside it. Immutable. */
public final class ArtifactLocation {
  private final String repository;
  private final String path;

  public ArtifactLocation(String repository, String path) {
    this.repository = repository;
    this.path = path.replaceFirst("^/+", "");
  }

  public String repository() {
    return repository;
  }

  public String path() {
    return path;
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
