package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.repository.RepositoryClass;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What was asked for, and what is known of its repository. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RequestedArtifact extends Serializable {
  /** The key, as the refusal names it: that of a remote repository's cache ends in {@code -cache}. */
  String repository();

  /** The path inside the repository, if it is known. */
  Optional<String> path();

  /** The class of the repository, if known. */
  Optional<RepositoryClass> repositoryClass();

  /** The package type of the repository, if known. */
  Optional<PackageType> packageType();

  /** The project of the repository, if it is known and in one. */
  Optional<String> projectKey();

  /** Whether the repository is known to be in no project. */
  @Value.Default
  default boolean outsideProjects() {
    return false;
  }

  /** The Artifactory it is in, as watches name it, if known. */
  Optional<String> binaryManagerId();

  /** The MIME type of the file, if known. */
  Optional<String> mimeType();

  /** The properties of the file, each with its values, if known. */
  Optional<Map<String, List<String>>> properties();

  /**
   * The artifact that a refusal names, without a path if the refusal names none. Empty if the refusal
   * does not name the repository.
   */
  static Optional<RequestedArtifact> namedBy(BlockedDownload refusal) {
    return refusal
        .repository()
        .map(key -> builder()
            .repository(key)
            .path(refusal.path().filter(RequestedArtifact::namesSomething))
            .build());
  }

  private static boolean namesSomething(String path) {
    return !path.replace('/', ' ').isBlank();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableRequestedArtifact.Builder {
    Builder() {} // not private: the processor would then make its own builder final

    /**
     * The artifact.
     *
     * @throws IllegalArgumentException if the repository or the project is blank, if the path names
     *     nothing, or if a project is named for a repository outside projects
     */
    @Override
    public RequestedArtifact build() {
      RequestedArtifact artifact = super.build();
      Arguments.checked("repository", artifact.repository());
      artifact.projectKey().ifPresent(key -> Arguments.checked("projectKey", key));
      if (artifact.outsideProjects() && artifact.projectKey().isPresent()) {
        throw new IllegalArgumentException(
            "a repository outside projects has no projectKey; leave one of them out");
      }
      if (!artifact.path().map(RequestedArtifact::namesSomething).orElse(true)) {
        throw new IllegalArgumentException("path names nothing; leave it out if it is not known");
      }
      return artifact;
    }
  }
}
