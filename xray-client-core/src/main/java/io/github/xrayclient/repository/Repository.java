package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonAlias;
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
 * A repository of Artifactory. A listing has only its key, class, package type, URL and
 * description. An answer about a single repository has the rest, too, if the token is that of an
 * administrator; other tokens may get less.
 *
 * @see "Artifactory REST API: Get Repositories, Get Repository Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableRepository.class)
@JsonDeserialize(builder = Repository.Builder.class)
public interface Repository {
  /** The key, which identifies the repository. */
  @JsonProperty("key")
  String key();

  /**
   * Whether the repository is local, remote, virtual or federated. Listings call this field
   * {@code type} and spell it {@code LOCAL}; other answers call it {@code rclass}.
   */
  @JsonAlias("type")
  @JsonProperty("rclass")
  Optional<RepositoryClass> repositoryClass();

  /**
   * The package type, in the spelling of Artifactory. Listings spell it {@code Npm}, and other
   * answers {@code npm}, so compare it without case.
   */
  @JsonProperty("packageType")
  Optional<String> packageType();

  /** What the repository is for, as free text. */
  @JsonProperty("description")
  Optional<String> description();

  /**
   * The URL of the repository; for a remote repository, the URL that it downloads from. The URL of
   * a remote repository in a listing may be either of them.
   */
  @JsonProperty("url")
  Optional<String> url();

  /** Whether Xray indexes the repository. Only indexed repositories are scanned. */
  @JsonProperty("xrayIndex")
  Optional<Boolean> xrayIndex();

  /** The key of the project that owns the repository; absent or empty if it belongs to none. */
  @JsonProperty("projectKey")
  Optional<String> projectKey();

  /** The environments to which the repository belongs, such as {@code DEV}. */
  @JsonProperty("environments")
  List<String> environments();

  /**
   * The keys of the members of a virtual repository, in the configured order; a member may be
   * virtual, too. Empty for other repositories.
   */
  @JsonProperty("repositories")
  List<String> repositories();

  /** The key of the member of a virtual repository that stores uploads. */
  @JsonProperty("defaultDeploymentRepo")
  Optional<String> defaultDeploymentRepository();

  /**
   * Whether virtual repositories ask this local or remote repository before all members that do not
   * have this setting. Servers may show it only to administrators.
   */
  @JsonProperty("priorityResolution")
  Optional<Boolean> priorityResolution();

  /** Whether Curation checks the downloads through this remote repository. */
  @JsonProperty("curated")
  Optional<Boolean> curated();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
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
