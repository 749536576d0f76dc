package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.repository.VirtualMembers;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The curated remote repositories from which a repository gets its packages. Immutable. */
final class CuratedRepositories {
  private final List<Repository> curated;
  private final Optional<String> unread;

  private CuratedRepositories(List<Repository> curated, Optional<String> unread) {
    this.curated = curated;
    this.unread = unread;
  }

  /** Looks up a repository, or the remote one of a cache. */
  static OptionalRead.Answer<Repository> lookUp(String key, OptionalReads reads) {
    OptionalRead.Answer<Repository> answer = reads.repository(key);
    return answer.value().isPresent()
        ? answer
        : CacheKeys.withoutCache(key)
            .map(reads::repository)
            .filter(plain -> plain.value().isPresent())
            .orElse(answer);
  }

  /** Looks up a repository, the remote one of a cache, or the members of a virtual one. */
  static CuratedRepositories of(String key, OptionalReads reads) {
    OptionalRead.Answer<Repository> found = lookUp(key, reads);
    if (found.value().isEmpty()) {
      return new CuratedRepositories(List.of(), Optional.of(found.problem()));
    }
    Repository repository = found.value().get();
    Optional<VirtualMembers> members = is(RepositoryClass.VIRTUAL, repository)
        ? Optional.of(VirtualMembers.remotesOf(reads, repository))
        : Optional.empty();
    List<Repository> remotes = members
        .map(VirtualMembers::remotes)
        .orElseGet(() -> is(RepositoryClass.LOCAL, repository) ? List.of() : List.of(repository));
    List<Repository> curated = remotes.stream()
        .filter(each -> each.curated().orElse(false))
        .collect(Collectors.toUnmodifiableList());
    Optional<String> silent = remotes.stream()
        .filter(each -> each.curated().isEmpty())
        .map(each -> "the server does not tell whether repository " + QuotedNames.of(each.key())
            + " is curated")
        .findFirst();
    Optional<String> unread = members.flatMap(VirtualMembers::remotesNotLookedUp);
    return new CuratedRepositories(curated, unread.or(() -> silent));
  }

  private static boolean is(RepositoryClass type, Repository repository) {
    return repository.repositoryClass().filter(type::equals).isPresent();
  }

  /** Why it is not known whether a repository is curated; empty if a curated one was found. */
  Optional<String> problem() {
    return unread.filter(why -> curated.isEmpty());
  }

  boolean isEmpty() {
    return curated.isEmpty();
  }

  /** The keys, if it is certain that there are no others; otherwise empty. */
  List<String> certainKeys() {
    return unread.isPresent()
        ? List.of()
        : curated.stream().map(Repository::key).collect(Collectors.toUnmodifiableList());
  }

  /** The package type, as Artifactory names it; empty if there is none. */
  String type() {
    return curated.stream()
        .flatMap(each -> NonBlank.text(each.packageType()).stream())
        .findFirst()
        .orElse("");
  }
}
