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
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A resource that a watch covers, such as a repository, or all builds. Filters narrow it: an
 * artifact must pass all of them.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchResource.class)
@JsonDeserialize(builder = WatchResource.Builder.class)
@SuppressWarnings("serial")
public interface WatchResource extends Serializable {
  /**
   * The kind of the resource. A type that starts with {@code all-} covers every resource of a kind.
   */
  @JsonProperty("type")
  WatchResourceType type();

  /**
   * The key of the repository or project, or the name of the build or release bundle. For a type
   * that starts with {@code all-} it is only a text for people.
   */
  @JsonProperty("name")
  Optional<String> name();

  /**
   * The id of the connected Artifactory; usually {@code default}. Some servers refuse a resource
   * without it.
   */
  @JsonProperty("bin_mgr_id")
  Optional<String> binaryManagerId();

  /**
   * Whether the repository is local or remote. If this is absent, servers treat the repository as
   * local.
   */
  @JsonProperty("repo_type")
  Optional<RepositoryClass> repositoryClass();

  /**
   * The repository that holds the build info, such as {@code payments-build-info}; needed for a
   * build of a project.
   */
  @JsonProperty("build_repo")
  Optional<String> buildRepository();

  /**
   * The key of the project that the resource belongs to; present only for some resources of
   * projects.
   */
  @JsonProperty("project")
  Optional<String> project();

  /**
   * The filters, all of which an artifact must pass; empty if the watch covers the whole resource.
   */
  @JsonProperty("filters")
  List<WatchFilter> filters();

  /**
   * Ant patterns of which one must match; if there are none, everything passes. For repositories
   * they match paths, for all other resources names. The field is known from clients of the API
   * only; the documented form of such patterns is a filter, which {@link #include} adds.
   */
  @JsonProperty("include_patterns")
  List<String> includePatterns();

  /**
   * Ant patterns of which none may match. For repositories they match paths, for all other
   * resources names. The field is known from clients of the API only; the documented form of such
   * patterns is a filter, which {@link #exclude} adds.
   */
  @JsonProperty("exclude_patterns")
  List<String> excludePatterns();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether the resource has this type and name. The name is ignored for types that start with
   * {@code all-}, whose name is only a text for people.
   */
  @JsonIgnore
  default boolean matches(WatchResourceType type, String name) {
    Objects.requireNonNull(name, "name");
    return type().equals(Objects.requireNonNull(type, "type"))
        && (type.wire().startsWith("all-") || name().filter(name::equals).isPresent());
  }

  /**
   * Returns a copy that covers only paths that match one of these Ant patterns. For builds,
   * projects and release bundles, the patterns match names. Patterns that were included before are
   * kept.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  default WatchResource include(String... patterns) {
    return toBuilder()
        .filters(ResourcePatterns.added(type(), filters(), checked(patterns), List.of()))
        .build();
  }

  /**
   * Returns a copy that does not cover paths that match one of these Ant patterns. For builds,
   * projects and release bundles, the patterns match names. Patterns that were excluded before are
   * kept.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  default WatchResource exclude(String... patterns) {
    return toBuilder()
        .filters(ResourcePatterns.added(type(), filters(), List.of(), checked(patterns)))
        .build();
  }

  /** Returns a copy with one more filter. An artifact must pass all filters. */
  default WatchResource filter(WatchFilter filter) {
    return toBuilder().addFilter(Objects.requireNonNull(filter, "filter")).build();
  }

  /**
   * One repository of the Artifactory with the id {@code default}.
   *
   * @param type {@link RepositoryClass#LOCAL} or {@link RepositoryClass#REMOTE}
   * @throws IllegalArgumentException if the key is blank
   */
  static WatchResource repository(String key, RepositoryClass type) {
    return all(WatchResourceType.REPOSITORY, Arguments.checked("key", key)).toBuilder()
        .repositoryClass(Objects.requireNonNull(type, "type"))
        .build();
  }

  /**
   * Every repository that Xray indexes, including those created later; in a watch of a project,
   * every repository of that project.
   */
  static WatchResource allRepositories() {
    return all(WatchResourceType.ALL_REPOSITORIES, "All Repositories");
  }

  /**
   * Everything in one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  static WatchResource project(String key) {
    return builder()
        .type(WatchResourceType.PROJECT)
        .name(Arguments.checked("key", key))
        .build();
  }

  /** Everything in every project. Narrow it by {@link #include} with patterns of project keys. */
  static WatchResource allProjects() {
    return all(WatchResourceType.ALL_PROJECTS, "All Projects");
  }

  /**
   * One build that belongs to no project.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static WatchResource build(String name) {
    return named(WatchResourceType.BUILD, name);
  }

  /**
   * One build of a project.
   *
   * @throws IllegalArgumentException if the name or the key is blank
   */
  static WatchResource build(String name, String projectKey) {
    return build(name).toBuilder()
        .buildRepository(Arguments.checked("projectKey", projectKey) + "-build-info")
        .build();
  }

  /** Every build. Narrow it by {@link #include} with patterns of names. */
  static WatchResource allBuilds() {
    return all(WatchResourceType.ALL_BUILDS, "All Builds");
  }

  /**
   * One release bundle of version 1.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static WatchResource releaseBundle(String name) {
    return named(WatchResourceType.RELEASE_BUNDLE, name);
  }

  /** Every release bundle of version 1. Narrow it by {@link #include} with patterns of names. */
  static WatchResource allReleaseBundles() {
    return all(WatchResourceType.ALL_RELEASE_BUNDLES, "All Release Bundles");
  }

  /**
   * One release bundle of version 2.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static WatchResource releaseBundleV2(String name) {
    return named(WatchResourceType.RELEASE_BUNDLE_V2, name);
  }

  /** Every release bundle of version 2. Narrow it by {@link #include} with patterns of names. */
  static WatchResource allReleaseBundlesV2() {
    return all(WatchResourceType.ALL_RELEASE_BUNDLES_V2, "All Release Bundles V2");
  }

  /**
   * One Git repository, such as {@code git-host/org/repo.git}.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static WatchResource gitRepository(String name) {
    return named(WatchResourceType.GIT_REPOSITORY, name);
  }

  private static List<String> checked(String... patterns) {
    return Arguments.checkedAll("patterns", Arguments.elements("patterns", patterns));
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
   * A builder of {@link WatchResource} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWatchResource.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
