package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.CoveredRepositories;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.OtherResource;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the repositories that watches cover. */
public final class WatchScopes {
  private static final String DEFAULT_INSTANCE = "default";

  private final ProjectLists projects;
  private final OptionalRead.Answer<Map<String, Repository>> listed;
  private final CoveredRepositories.Builder found = CoveredRepositories.builder();

  private WatchScopes(OptionalReads reads) {
    this.listed = reads.repositoryList();
    this.projects = new ProjectLists(reads, listed.value().orElse(Map.of()).keySet());
  }

  /**
   * Finds the repositories.
   *
   * @param notRead what could not be read of the set-up
   */
  public static CoveredRepositories of(
      List<IndexedWatch> watches, OptionalReads reads, List<NotChecked> notRead) {
    if (watches.isEmpty()) {
      return CoveredRepositories.builder()
          .exists(false)
          .watchCount(0)
          .notChecked(notRead)
          .build();
    }
    WatchScopes scopes = new WatchScopes(reads);
    watches.forEach(scopes::add);
    scopes.found.exists(true).watchCount(watches.size()).notChecked(notRead);
    if (!scopes.isListed()) {
      scopes.found.addNotChecked(NotChecked.of(
          Subject.REPOSITORIES,
          scopes.listed.value().isPresent()
              ? "Artifactory's list of repositories is empty for these credentials"
              : scopes.listed.problem()));
    }
    return scopes.found.addAllNotChecked(scopes.projects.notChecked()).build();
  }

  /** Whether it is known which repositories there are. */
  private boolean isListed() {
    return listed.value().filter(all -> !all.isEmpty()).isPresent();
  }

  private void add(IndexedWatch watch) {
    Set<String> keys = new LinkedHashSet<>(listed.value().orElse(Map.of()).keySet());
    if (!isListed()) {
      watch.watch().resources().forEach(resource -> named(resource).ifPresent(keys::add));
    }
    List<CoveringWatch> covered = new ArrayList<>();
    for (String key : keys) {
      RequestedArtifact artifact = artifact(key, watch);
      if (artifact.repositoryClass().filter(RepositoryClass.VIRTUAL::equals).isEmpty()) {
        new WatchCoverage(artifact)
            .best(watch.watch())
            .filter(match -> match.coverage() != Coverage.NO)
            .map(match -> inInstance(SetupAnalysis.covering(key, watch, match)))
            .ifPresent(covered::add);
      }
    }
    found.addAllRepositories(covered);
    Set<String> coveredKeys =
        covered.stream().map(CoveringWatch::repository).collect(Collectors.toSet());
    for (WatchResource resource : watch.watch().resources()) {
      other(resource, coveredKeys)
          .ifPresent(text -> found.addOtherResource(OtherResource.builder()
              .watch(watch.watch().name())
              .projectKey(watch.project())
              .resource(resource)
              .text(text)
              .build()));
    }
  }

  private RequestedArtifact artifact(String key, IndexedWatch watch) {
    Optional<Repository> repository =
        listed.value().flatMap(all -> Optional.ofNullable(all.get(key)));
    RequestedArtifact.Builder artifact = RequestedArtifact.builder()
        .repository(key)
        .repositoryClass(repository.flatMap(each -> NonBlank.word(each.repositoryClass())))
        .packageType(
            repository.flatMap(each -> NonBlank.text(each.packageType())).map(PackageType::of));
    projects.addTo(artifact, key, watch);
    return artifact.build();
  }

  /** Leaves open whether this Artifactory is the one that the resource names, if it has another id. */
  private static CoveringWatch inInstance(CoveringWatch covering) {
    Optional<String> instance = NonBlank.text(covering.resource().binaryManagerId())
        .filter(id -> !id.equals(DEFAULT_INSTANCE));
    return instance
        .map(id -> covering.toBuilder()
            .certain(false)
            .text(covering.text() + " It is about the Artifactory instance " + QuotedNames.of(id)
                + ", which may not be the one whose repositories were listed.")
            .build())
        .orElse(covering);
  }

  /** Why a resource covers no repository; empty if it covers one, or may do so. */
  private Optional<String> other(WatchResource resource, Set<String> covered) {
    if (WatchCoverage.isOnNoRepository(resource)) {
      return Optional.of("A resource of type " + QuotedNames.of(resource.type().wire())
          + " contains no repositories, so no download is blocked because of it.");
    }
    Optional<String> key = named(resource)
        .filter(name -> !covered.contains(name))
        .filter(name -> CacheKeys.withoutCache(name).filter(covered::contains).isEmpty());
    if (key.isEmpty() || !isListed()) {
      return Optional.empty();
    }
    boolean exists = listed.value().orElse(Map.of()).containsKey(key.get());
    return Optional.of("The watch names repository " + QuotedNames.of(key.get())
        + (exists
            ? ", but it is of another class, or a filter of the watch does not match it."
            : ", which this Artifactory does not have, or does not show to these credentials."));
  }

  private static Optional<String> named(WatchResource resource) {
    return resource.type().equals(WatchResourceType.REPOSITORY)
        ? NonBlank.text(resource.name())
        : Optional.empty();
  }
}
