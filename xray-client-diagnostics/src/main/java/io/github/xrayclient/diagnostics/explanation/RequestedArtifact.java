package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.repository.RepositoryClass;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An artifact whose download is to be explained, with what the caller knows about it. Only the
 * repository is required. What is absent here is looked up on the server, except by {@link
 * io.github.xrayclient.diagnostics.block.BlockIndex}, which sends no request.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RequestedArtifact extends Serializable {
  /**
   * The key of the repository, as a refusal names it. For a remote repository this may be the key
   * of its cache, which ends in {@code -cache}.
   */
  String repository();

  /** The path of the file inside the repository; absent to ask about the repository as a whole. */
  Optional<String> path();

  /** The class of the repository, such as local or remote; absent if it is not known. */
  Optional<RepositoryClass> repositoryClass();

  /** The package type of the repository; absent if it is not known. */
  Optional<PackageType> packageType();

  /** The key of the repository's project; absent if it is not known, or if there is no project. */
  Optional<String> projectKey();

  /** Whether the repository is known to belong to no project; false by default. */
  @Value.Default
  default boolean outsideProjects() {
    return false;
  }

  /**
   * The id of the Artifactory instance that holds the repository, such as {@code default}, as
   * watches name it; absent if it is not known.
   */
  Optional<String> binaryManagerId();

  /** The MIME type of the file, such as {@code application/zip}; absent if it is not known. */
  Optional<String> mimeType();

  /** The properties of the file, each with its values; absent if they are not known. */
  Optional<Map<String, List<String>>> properties();

  /**
   * Returns the artifact that a refusal names, without a path if the refusal does not name one;
   * empty if the refusal does not name the repository.
   */
  static Optional<RequestedArtifact> namedBy(BlockedDownload refusal) {
    return Objects.requireNonNull(refusal, "refusal")
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

  /** A builder of {@link RequestedArtifact} values. Not thread-safe. */
  final class Builder extends ImmutableRequestedArtifact.Builder {
    Builder() {} // not private: the processor would then make its own builder final

    /**
     * Returns the artifact.
     *
     * @throws IllegalStateException if no repository is set
     * @throws IllegalArgumentException if the repository or the project is blank, if the path has
     *     no character other than blanks and slashes, or if {@code projectKey} is set together with
     *     {@code outsideProjects}
     */
    @Override
    public RequestedArtifact build() {
      RequestedArtifact artifact = super.build();
      Arguments.checked("repository", artifact.repository());
      artifact.projectKey().ifPresent(key -> Arguments.checked("projectKey", key));
      if (artifact.outsideProjects() && artifact.projectKey().isPresent()) {
        throw new IllegalArgumentException(
            "projectKey must be absent if outsideProjects is true, but was \""
                + artifact.projectKey().get() + "\"");
      }
      if (!artifact.path().map(RequestedArtifact::namesSomething).orElse(true)) {
        throw new IllegalArgumentException("path must name a file or a folder, but was \""
            + artifact.path().get() + "\"; leave it out if it is not known");
      }
      return artifact;
    }
  }
}
