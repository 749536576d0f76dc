package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.repository.RepositoryClass;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that a watch looks at; it passes if all its filters do. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchResource.class)
@JsonDeserialize(builder = WatchResource.Builder.class)
@SuppressWarnings("serial")
public interface WatchResource extends Serializable {
  /** What kind of resource it is; {@code all-…} covers every object of a kind. */
  @JsonProperty("type")
  WatchResourceType type();

  /** A key or name; for the {@code all-…} types only a text for people. */
  @JsonProperty("name")
  Optional<String> name();

  /** The connected Artifactory, {@code default} as a rule. */
  @JsonProperty("bin_mgr_id")
  Optional<String> binaryManagerId();

  /** Whether the repository is local or remote; servers need it for a remote one. */
  @JsonProperty("repo_type")
  Optional<RepositoryClass> repositoryClass();

  /** The repository of a build's information; needed for a build of a project. */
  @JsonProperty("build_repo")
  Optional<String> buildRepository();

  /** The project of the resource; only some resources of projects have it. */
  @JsonProperty("project")
  Optional<String> project();

  /** What an artifact of the resource must pass, all of them. */
  @JsonProperty("filters")
  List<WatchFilter> filters();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether it is of this type and name. Types such as {@code all-repos} have no name, only a text
   * for people, which does not count.
   */
  @JsonIgnore
  default boolean matches(WatchResourceType type, String name) {
    return type().equals(type)
        && (type.wire().startsWith("all-") || name().filter(name::equals).isPresent());
  }

  /**
   * A copy that is limited to paths that match one of these Ant patterns; for projects and builds,
   * to names that match.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  default WatchResource include(String... patterns) {
    return toBuilder()
        .filters(ResourcePatterns.added(type(), filters(), List.of(patterns), List.of()))
        .build();
  }

  /**
   * A copy that excludes paths that match one of these Ant patterns; for projects and builds, names
   * that match.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  default WatchResource exclude(String... patterns) {
    return toBuilder()
        .filters(ResourcePatterns.added(type(), filters(), List.of(), List.of(patterns)))
        .build();
  }

  /** A copy with one more filter; an artifact must pass all filters. */
  default WatchResource filter(WatchFilter filter) {
    return toBuilder().addFilter(filter).build();
  }

  /** One repository of the Artifactory {@code default}. */
  static WatchResource repository(String key, RepositoryClass type) {
    return named(WatchResourceType.REPOSITORY, key).toBuilder()
        .repositoryClass(type)
        .build();
  }

  /** Every repository that is indexed, in a watch of a project every one of the project. */
  static WatchResource allRepositories() {
    return all(WatchResourceType.ALL_REPOSITORIES, "All Repositories");
  }

  /** Everything of one project. */
  static WatchResource project(String key) {
    return builder()
        .type(WatchResourceType.PROJECT)
        .name(Arguments.checked("key", key))
        .build();
  }

  /** Everything of every project; narrow it by patterns on project keys. */
  static WatchResource allProjects() {
    return all(WatchResourceType.ALL_PROJECTS, "All Projects");
  }

  /** One build. */
  static WatchResource build(String name) {
    return named(WatchResourceType.BUILD, name);
  }

  /** One build of a project. */
  static WatchResource build(String name, String projectKey) {
    return build(name).toBuilder()
        .buildRepository(Arguments.checked("projectKey", projectKey) + "-build-info")
        .build();
  }

  /** Every build; narrow it by patterns on names. */
  static WatchResource allBuilds() {
    return all(WatchResourceType.ALL_BUILDS, "All Builds");
  }

  /** One release bundle. */
  static WatchResource releaseBundle(String name) {
    return named(WatchResourceType.RELEASE_BUNDLE, name);
  }

  /** Every release bundle. */
  static WatchResource allReleaseBundles() {
    return all(WatchResourceType.ALL_RELEASE_BUNDLES, "All Release Bundles");
  }

  /** One release bundle of version 2. */
  static WatchResource releaseBundleV2(String name) {
    return named(WatchResourceType.RELEASE_BUNDLE_V2, name);
  }

  /** Every release bundle of version 2. */
  static WatchResource allReleaseBundlesV2() {
    return all(WatchResourceType.ALL_RELEASE_BUNDLES_V2, "All Release Bundles V2");
  }

  /** One source repository, such as {@code git-host/org/repo.git}. */
  static WatchResource gitRepository(String name) {
    return named(WatchResourceType.GIT_REPOSITORY, name);
  }

  private static WatchResource named(WatchResourceType type, String name) {
    return all(type, Arguments.checked("name", name));
  }

  private static WatchResource all(WatchResourceType type, String name) {
    return builder().type(type).name(name).binaryManagerId("default").build();
  }

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
  final class Builder extends ImmutableWatchResource.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
