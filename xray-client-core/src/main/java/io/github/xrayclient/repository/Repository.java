package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A repository of Artifactory.
 *
 * @see "Artifactory REST API: Get Repository Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableRepository.class)
@JsonDeserialize(builder = Repository.Builder.class)
public interface Repository {
  /** The key, which identifies the repository. */
  @JsonProperty("key")
  String key();

  /** Whether the repository is local, remote, virtual or federated. */
  @JsonProperty("rclass")
  Optional<RepositoryClass> repositoryClass();

  /** The package type, in the spelling of Artifactory. */
  @JsonProperty("packageType")
  Optional<String> packageType();

  /** Whether Xray indexes the repository. Only indexed repositories are scanned. */
  @JsonProperty("xrayIndex")
  Optional<Boolean> xrayIndex();

  /** The key of the project that owns the repository; absent if it belongs to none. */
  @JsonProperty("projectKey")
  Optional<String> projectKey();

  /**
   * The keys of the members of a virtual repository, in the configured order; a member may be
   * virtual, too. Empty for other repositories.
   */
  @JsonProperty("repositories")
  List<String> repositories();

  /** Whether Curation checks the downloads through this remote repository. */
  @JsonProperty("curated")
  Optional<Boolean> curated();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link Repository} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableRepository.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
