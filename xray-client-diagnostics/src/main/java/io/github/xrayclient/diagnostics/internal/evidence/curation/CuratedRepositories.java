package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the curated remote repositories from which a repository gets its packages. */
final class CuratedRepositories {
  /** The largest number of members of a virtual repository that are looked up. */
  private static final int MEMBERS = 5;

  private final List<Repository> curated;
  private final Optional<String> problem;

  private CuratedRepositories(List<Repository> curated, Optional<String> problem) {
    this.curated = curated;
    this.problem = problem;
  }

  /** Looks up a repository, the remote one of a cache, or the members of a virtual one. */
  static CuratedRepositories of(String key, OptionalReads reads) {
    OptionalRead.Answer<Repository> answer = reads.repository(key);
    Optional<Repository> found = answer
        .value()
        .or(() -> WatchCoverage.withoutCache(key)
            .flatMap(plain -> reads.repository(plain).value()));
    if (found.isEmpty()) {
      return new CuratedRepositories(List.of(), Optional.of(answer.problem()));
    }
    boolean isVirtual =
        found.get().repositoryClass().filter(RepositoryClass.VIRTUAL::equals).isPresent();
    Stream<Repository> remotes = isVirtual
        ? found.get().repositories().stream()
            .limit(MEMBERS)
            .flatMap(member -> reads.repository(member).value().stream())
        : found.stream();
    return new CuratedRepositories(
        remotes
            .filter(each -> each.curated().orElse(false))
            .collect(Collectors.toUnmodifiableList()),
        Optional.empty());
  }

  /** Why the repository could not be looked up; empty if it could. */
  Optional<String> problem() {
    return problem;
  }

  boolean isEmpty() {
    return curated.isEmpty();
  }

  /** The key, if there is only one. */
  Optional<String> onlyKey() {
    return curated.size() == 1 ? Optional.of(curated.get(0).key()) : Optional.empty();
  }

  /** The package type, as Artifactory names it; empty if there is none. */
  String type() {
    return curated.stream()
        .flatMap(each -> NonBlank.text(each.packageType()).stream())
        .findFirst()
        .orElse("");
  }
}
