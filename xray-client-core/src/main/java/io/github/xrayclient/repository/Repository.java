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
  @JsonProperty("key")
  String key();

  /** Whether the repository is local, remote, virtual or federated. */
  @JsonProperty("rclass")
  Optional<RepositoryClass> repositoryClass();

  /** The package type, as Artifactory spells it. */
  @JsonProperty("packageType")
  Optional<String> packageType();

  /** Whether Xray indexes it. */
  @JsonProperty("xrayIndex")
  Optional<Boolean> xrayIndex();

  /** The project that the repository belongs to. */
  @JsonProperty("projectKey")
  Optional<String> projectKey();

  /** The members of a virtual repository. */
  @JsonProperty("repositories")
  List<String> repositories();

  /** Whether Curation guards a remote repository. */
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
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutableRepository.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
