package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.IndexedRepository;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Learns class, package type, project and members of a repository; what the caller says wins. */
public final class RepositoryFacts {
  /** The most members of a virtual repository that are looked up. */
  private static final int MEMBERS = 5;

  private final OptionalReads lookups;

  public RepositoryFacts(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void learn(Inquiry inquiry) {
    RequestedArtifact asked = inquiry.asked();
    String key = asked.repository();
    OptionalRead.Answer<Repository> answer = lookups.repository(key);
    Optional<Repository> found = answer.value().or(() -> remoteOf(key));
    if (found.isEmpty()) {
      fromXray(inquiry, answer.problem());
      return;
    }
    Repository repository = found.get();
    RequestedArtifact known = with(asked, repository);
    inquiry.indexed(repository.xrayIndex());
    if (known.repositoryClass().filter("virtual"::equalsIgnoreCase).isPresent()) {
      inquiry.members(members(inquiry, known, repository));
    } else {
      inquiry.target(known);
    }
  }

  /** The remote repository whose cache a key names, which is no repository of its own. */
  private Optional<Repository> remoteOf(String key) {
    return WatchCoverage.withoutCache(key)
        .flatMap(plain -> lookups.repository(plain).value())
        .filter(plain ->
            plain.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent());
  }

  private static RequestedArtifact with(RequestedArtifact asked, Repository repository) {
    return asked.toBuilder()
        .repositoryClass(
            asked.repositoryClass().or(() -> repository.repositoryClass().map(WireValue::wire)))
        .packageType(asked.packageType().or(repository::packageType))
        .projectKey(asked.projectKey().or(repository::projectKey))
        .build();
  }

  /** Xray knows a part of it as well, of repositories that it could index. */
  private void fromXray(Inquiry inquiry, String problem) {
    RequestedArtifact asked = inquiry.asked();
    OptionalRead.Answer<IndexedRepositories> lists =
        lookups.indexed(asked.binaryManagerId().orElse("default"));
    Optional<IndexedRepository> indexed =
        lists.value().flatMap(all -> find(all.indexed(), asked.repository()));
    Optional<IndexedRepository> notIndexed =
        lists.value().flatMap(all -> find(all.notIndexed(), asked.repository()));
    Optional<IndexedRepository> found = indexed.or(() -> notIndexed);
    found.ifPresent(repository -> {
      inquiry.indexed(Optional.of(indexed.isPresent()));
      inquiry.target(asked.toBuilder()
          .repositoryClass(asked.repositoryClass().or(() -> repository.type().map(WireValue::wire)))
          .packageType(asked.packageType().or(repository::packageType))
          .build());
    });
    boolean known = found.isPresent() && asked.projectKey().isPresent();
    if (!known) {
      inquiry.notChecked("The repository was not looked up in Artifactory, so its "
          + (found.isPresent() ? "project" : "class, package type or project")
          + " may not be known, because "
          + problem
          + ".");
    }
  }

  private static Optional<IndexedRepository> find(List<IndexedRepository> all, String key) {
    Optional<IndexedRepository> exact = named(all, key).findFirst();
    return exact.or(() -> WatchCoverage.withoutCache(key)
        .flatMap(plain -> named(all, plain)
            .filter(found -> found.type().filter(RepositoryClass.REMOTE::equals).isPresent())
            .findFirst()));
  }

  private static Stream<IndexedRepository> named(List<IndexedRepository> all, String key) {
    return all.stream().filter(repository -> repository.name().equals(key));
  }

  /** All members, also those of virtual members; the first few are looked up, too. */
  private List<RequestedArtifact> members(
      Inquiry inquiry, RequestedArtifact known, Repository virtual) {
    List<RequestedArtifact> members = new ArrayList<>();
    Deque<String> left = new ArrayDeque<>(virtual.repositories());
    Set<String> seen = new LinkedHashSet<>(Set.of(virtual.key()));
    List<String> unknown = new ArrayList<>();
    int lookedUp = 0;
    while (!left.isEmpty()) {
      String key = left.poll();
      if (!seen.add(key)) {
        continue;
      }
      RequestedArtifact member = RequestedArtifact.builder()
          .repository(key)
          .path(known.path())
          .packageType(known.packageType())
          .binaryManagerId(known.binaryManagerId())
          .mimeType(known.mimeType())
          .properties(known.properties())
          .build();
      Optional<Repository> found =
          lookedUp++ < MEMBERS ? lookups.repository(key).value() : Optional.empty();
      if (found.isEmpty()) {
        unknown.add(key);
      }
      if (found
          .flatMap(Repository::repositoryClass)
          .filter(RepositoryClass.VIRTUAL::equals)
          .isPresent()) {
        left.addAll(found.get().repositories());
      } else {
        members.add(found.map(repository -> with(member, repository)).orElse(member));
      }
    }
    if (!unknown.isEmpty()) {
      inquiry.notChecked("Members " + String.join(", ", unknown) + " of virtual repository "
          + virtual.key() + " were not looked up, so their class and project are not known.");
    }
    return members;
  }
}
