package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.IndexedRepository;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the class, package type, project and members of a repository. Facts that the caller has given take
 * precedence.
 */
public final class RepositoryFactsReader {
  /** The largest number of members of a virtual repository that are looked up. */
  private static final int MEMBERS = 5;

  private final OptionalReads reads;

  public RepositoryFactsReader(OptionalReads reads) {
    this.reads = reads;
  }

  public RepositoryFacts read(RequestedArtifact asked) {
    String key = asked.repository();
    OptionalRead.Answer<Repository> answer = reads.repository(key);
    Optional<Repository> found = answer.value().or(() -> remoteOf(key));
    if (found.isEmpty()) {
      return fromXray(asked, answer.problem());
    }
    Repository repository = found.get();
    RequestedArtifact known = with(asked, repository);
    return known.repositoryClass().filter(RepositoryClass.VIRTUAL::equals).isPresent()
        ? virtual(asked, known, repository)
        : RepositoryFacts.of(asked, known, repository.xrayIndex(), List.of());
  }

  /** The remote repository whose cache has this key. The cache itself cannot be looked up. */
  private Optional<Repository> remoteOf(String key) {
    return WatchCoverage.withoutCache(key)
        .flatMap(plain -> reads.repository(plain).value())
        .filter(plain ->
            plain.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent());
  }

  private static RequestedArtifact with(RequestedArtifact asked, Repository repository) {
    Optional<String> project = isProjectKnown(asked) ? asked.projectKey() : repository.projectKey();
    return asked.toBuilder()
        .repositoryClass(
            asked.repositoryClass().or(() -> NonBlank.word(repository.repositoryClass())))
        .packageType(asked
            .packageType()
            .or(() -> NonBlank.text(repository.packageType()).map(PackageType::of)))
        .projectKey(project.filter(key -> !key.isBlank()))
        .outsideProjects(
            asked.outsideProjects() || project.filter(String::isBlank).isPresent())
        .build();
  }

  private static boolean isProjectKnown(RequestedArtifact asked) {
    return asked.outsideProjects() || asked.projectKey().isPresent();
  }

  /** Reads from Xray the class and package type of a repository that Artifactory does not show. */
  private RepositoryFacts fromXray(RequestedArtifact asked, String problem) {
    OptionalRead.Answer<IndexedRepositories> lists =
        reads.indexed(asked.binaryManagerId().orElse("default"));
    Optional<IndexedRepository> indexed =
        lists.value().flatMap(all -> find(all.indexed(), asked.repository()));
    Optional<IndexedRepository> notIndexed =
        lists.value().flatMap(all -> find(all.notIndexed(), asked.repository()));
    Optional<IndexedRepository> found = indexed.or(() -> notIndexed);
    RequestedArtifact known = found.map(repository -> with(asked, repository)).orElse(asked);
    boolean isComplete = found.isPresent() && isProjectKnown(asked);
    Subject unknown = found.isPresent() ? Subject.REPOSITORY_PROJECT : Subject.REPOSITORY;
    List<NotChecked> notChecked = isComplete ? List.of() : List.of(NotChecked.of(unknown, problem));
    return RepositoryFacts.of(
        asked, known, found.map(repository -> indexed.isPresent()), notChecked);
  }

  private static RequestedArtifact with(RequestedArtifact asked, IndexedRepository repository) {
    return asked.toBuilder()
        .repositoryClass(asked.repositoryClass().or(() -> NonBlank.word(repository.type())))
        .packageType(asked
            .packageType()
            .or(() -> NonBlank.text(repository.packageType()).map(PackageType::of)))
        .build();
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

  /** The facts of a virtual repository, with all members, including those of virtual members. */
  private RepositoryFacts virtual(
      RequestedArtifact asked, RequestedArtifact known, Repository virtual) {
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
          lookedUp++ < MEMBERS ? reads.repository(key).value() : Optional.empty();
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
    List<NotChecked> notChecked = unknown.isEmpty()
        ? List.of()
        : List.of(NotChecked.of(
            Subject.MEMBERS,
            "Artifactory returned no data about them, or they are beyond the limit of " + MEMBERS
                + " members: " + QuotedNames.of(unknown)));
    return RepositoryFacts.ofVirtual(asked, members, virtual.xrayIndex(), notChecked);
  }
}
