package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether the resources of a watch cover an artifact. Does not test whether the watch is
 * active.
 */
public final class WatchCoverage {
  /** Puts the most certain match first, and among equals one that is about the repository. */
  private static final Comparator<ResourceMatch> BEST =
      Comparator.comparing(ResourceMatch::coverage).thenComparing(match -> !match.isNear());

  private final RequestedArtifact artifact;

  public WatchCoverage(RequestedArtifact artifact) {
    this.artifact = artifact;
  }

  /** The resource of the watch that matches best; empty if the watch has no resources. */
  public Optional<ResourceMatch> best(Watch watch) {
    return best(WatchedResource.of(watch));
  }

  /** The resource that matches best, the first among equals; empty if there are no resources. */
  Optional<ResourceMatch> best(List<WatchedResource> resources) {
    return resources.stream().map(this::match).min(BEST);
  }

  /** Whether a resource contains no repositories, as in the case of builds. */
  public static boolean isOnNoRepository(WatchResource resource) {
    return !WatchedResource.isOnRepositories(resource);
  }

  private ResourceMatch match(WatchedResource watched) {
    ResourceMatch scope = scope(watched);
    if (scope.coverage() == Coverage.NO) {
      return scope;
    }
    Optional<String> other = otherArtifactory(watched.resource());
    if (other.isPresent()) {
      return ResourceMatch.failsOn(
          watched.resource(),
          Fact.OTHER_ARTIFACTORY,
          "it covers repositories of the Artifactory instance " + QuotedNames.of(other.get())
              + ", but this repository is in the instance "
              + QuotedNames.of(artifact.binaryManagerId().orElse("")));
    }
    ResourceMatch match = filtered(scope, watched.evaluations());
    if (match.coverage() != Coverage.COVERS) {
      return match;
    }
    if (!watched.unread().isEmpty()) {
      return ResourceMatch.coversIf(
          watched.resource(),
          "the watch's settings " + QuotedNames.of(watched.unread())
              + ", which could not be read, cover the artifact");
    }
    List<String> unknown = UnreadSettings.narrowing(watched.resource());
    return unknown.isEmpty()
        ? match
        : ResourceMatch.coversIf(
            watched.resource(),
            "the settings " + QuotedNames.of(unknown) + " of the watch's resource, which this"
                + " library does not know, cover the artifact");
  }

  private ResourceMatch scope(WatchedResource watched) {
    WatchResource resource = watched.resource();
    WatchResourceType type = resource.type();
    if (!watched.isOnRepositories()) {
      return ResourceMatch.unrelated(resource);
    }
    if (watched.isNameUnread()
        && Set.of(WatchResourceType.REPOSITORY, WatchResourceType.PROJECT).contains(type)) {
      return ResourceMatch.coversIf(
          resource, "the watch's resource, whose name could not be read, covers the repository");
    }
    if (type.equals(WatchResourceType.REPOSITORY)) {
      return repository(resource);
    }
    if (type.equals(WatchResourceType.ALL_REPOSITORIES)) {
      String project = watched.projectOfWatch();
      return project.isEmpty()
          ? ResourceMatch.covers(resource, "covers all repositories")
          : project(
              resource, project, "covers all repositories of project " + QuotedNames.of(project));
    }
    if (type.equals(WatchResourceType.PROJECT)) {
      String project = NonBlank.text(resource.name()).orElse("");
      if (project.isEmpty()) {
        return ResourceMatch.coversIf(
            resource, "the watch's project, whose key is missing, covers the repository");
      }
      return project(
          resource,
          project,
          "covers project " + QuotedNames.of(project) + ", to which the repository belongs");
    }
    if (type.equals(WatchResourceType.ALL_PROJECTS)) {
      return allProjects(resource);
    }
    return ResourceMatch.coversIf(
        resource,
        "the watch's resource of type " + QuotedNames.of(type.wire())
            + ", which this library does not know, covers the repository");
  }

  private ResourceMatch repository(WatchResource resource) {
    String key = artifact.repository();
    String named = resource.name().orElse("");
    Optional<RepositoryClass> watchedClass = NonBlank.word(resource.repositoryClass());
    if (!CacheKeys.watchedNames(key).contains(named)) {
      return ResourceMatch.unrelated(resource);
    }
    if (named.equals(key)) {
      return sameClass(resource, watchedClass);
    }
    if (named.equals(CacheKeys.cacheOf(key))) {
      return ownCache(resource, watchedClass);
    }
    boolean watchedAsRemote =
        watchedClass.filter(RepositoryClass.REMOTE::equals).isPresent();
    boolean knownRemote =
        artifact.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent();
    boolean knownOther = artifact.repositoryClass().isPresent() && !knownRemote;
    if (knownOther || (watchedClass.isPresent() && !watchedAsRemote)) {
      return ResourceMatch.unrelated(resource);
    }
    String remote = "remote repository " + QuotedNames.of(named);
    return watchedAsRemote || knownRemote
        ? ResourceMatch.covers(
            resource, "covers " + remote + ", whose cache is " + QuotedNames.of(key))
        : ResourceMatch.coversIf(resource, QuotedNames.of(key) + " is the cache of " + remote);
  }

  /** A resource with the key of the artifact's repository and the suffix {@code -cache}. */
  private ResourceMatch ownCache(WatchResource resource, Optional<RepositoryClass> watchedClass) {
    boolean otherWatched =
        watchedClass.filter(type -> !type.equals(RepositoryClass.REMOTE)).isPresent();
    boolean remote =
        artifact.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent();
    if (otherWatched || (artifact.repositoryClass().isPresent() && !remote)) {
      return ResourceMatch.unrelated(resource);
    }
    String cache = QuotedNames.of(resource.name().orElse(""));
    String key = QuotedNames.of(artifact.repository());
    return remote
        ? ResourceMatch.covers(
            resource, "covers " + cache + ", the cache of remote repository " + key)
        : ResourceMatch.coversIf(resource, cache + " is the cache of remote repository " + key);
  }

  private ResourceMatch sameClass(WatchResource resource, Optional<RepositoryClass> watched) {
    // A federated repository may be called local.
    Set<RepositoryClass> distinct = Set.of(RepositoryClass.LOCAL, RepositoryClass.REMOTE);
    Optional<RepositoryClass> actual = artifact.repositoryClass().filter(distinct::contains);
    Optional<RepositoryClass> expected = watched.filter(distinct::contains);
    if (expected.isPresent() && actual.isPresent() && !expected.equals(actual)) {
      return ResourceMatch.failsOn(
          resource,
          Fact.OTHER_REPOSITORY_CLASS,
          "it covers a " + expected.get() + " repository, but "
              + QuotedNames.of(artifact.repository()) + " is " + actual.get());
    }
    return ResourceMatch.covers(
        resource, "covers repository " + QuotedNames.of(artifact.repository()));
  }

  private ResourceMatch project(WatchResource resource, String project, String covers) {
    Optional<String> actual = project();
    if (actual.isEmpty()) {
      return ResourceMatch.coversIf(
          resource,
          "repository " + QuotedNames.of(artifact.repository()) + " belongs to project "
              + QuotedNames.of(project));
    }
    return actual.get().equals(project)
        ? ResourceMatch.covers(resource, covers)
        : ResourceMatch.failsOn(
            resource,
            Fact.OTHER_PROJECT,
            "it covers project " + QuotedNames.of(project)
                + ", to which the repository does not belong");
  }

  /** The key of the repository's project, or an empty text if it has none; empty if not known. */
  private Optional<String> project() {
    return artifact.outsideProjects() ? Optional.of("") : artifact.projectKey();
  }

  private ResourceMatch allProjects(WatchResource resource) {
    Optional<String> project = project();
    if (project.isEmpty()) {
      return ResourceMatch.coversIf(
          resource,
          "repository " + QuotedNames.of(artifact.repository()) + " belongs to a project");
    }
    if (project.get().isEmpty()) {
      return ResourceMatch.failsOn(
          resource,
          Fact.NO_PROJECT,
          "it covers only repositories of projects, and the repository belongs to no project");
    }
    return ResourceMatch.covers(
        resource,
        "covers all projects, and the repository belongs to project "
            + QuotedNames.of(project.get()));
  }

  private Optional<String> otherArtifactory(WatchResource resource) {
    Optional<String> watched = NonBlank.text(resource.binaryManagerId());
    return artifact.binaryManagerId().isPresent() && !watched.equals(artifact.binaryManagerId())
        ? watched
        : Optional.empty();
  }

  /**
   * Applies the filters, all of which must match. A single filter that certainly does not match
   * rules the resource out.
   */
  private ResourceMatch filtered(ResourceMatch scope, List<FilterEvaluation> filters) {
    List<String> conditions = new ArrayList<>();
    if (scope.coverage() == Coverage.COVERS_IF) {
      conditions.add(scope.reason());
    }
    for (FilterEvaluation filter : filters) {
      FilterOutcome outcome = filter.test(artifact);
      if (outcome.coverage() == Coverage.NO) {
        return ResourceMatch.failsOn(scope.resource(), Fact.FILTER, outcome.words());
      }
      if (outcome.coverage() == Coverage.COVERS_IF) {
        conditions.add(outcome.words());
      }
    }
    if (!conditions.isEmpty()) {
      return ResourceMatch.coversIf(scope.resource(), String.join(" and if ", conditions));
    }
    return filters.isEmpty()
        ? scope
        : ResourceMatch.covers(scope.resource(), scope.reason() + ", and " + passed(filters));
  }

  private static String passed(List<FilterEvaluation> filters) {
    String all = filters.stream().map(Object::toString).collect(Collectors.joining(" and "));
    return filters.size() == 1
        ? "its filter " + all + " matches the artifact"
        : "its filters " + all + " match the artifact";
  }
}
