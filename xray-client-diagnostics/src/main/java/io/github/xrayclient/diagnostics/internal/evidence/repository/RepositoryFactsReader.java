package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the class, package type, project and members of a repository. Facts that the caller has
 * given take precedence.
 */
public final class RepositoryFactsReader {
  private final OptionalReads reads;
  private final ListedRepositories lists;

  public RepositoryFactsReader(OptionalReads reads) {
    this.reads = reads;
    this.lists = new ListedRepositories(reads);
  }

  public RepositoryFacts read(RequestedArtifact asked) {
    String key = asked.repository();
    OptionalRead.Answer<Repository> answer = reads.repository(key);
    Optional<Repository> found = answer.value().or(() -> remoteOf(key));
    if (found.isPresent()) {
      return facts(asked, found.get(), List.of());
    }
    Optional<Repository> listed = lists.find(key, asked.binaryManagerId());
    if (listed.isPresent()) {
      List<NotChecked> notChecked = isProjectKnown(asked)
          ? List.of()
          : List.of(NotChecked.of(Subject.REPOSITORY_PROJECT, answer.problem()));
      return facts(asked, listed.get(), notChecked);
    }
    Optional<MissingRepository> missing =
        answer.isNotFound() ? lists.missing(key, asked.binaryManagerId()) : Optional.empty();
    return facts(
            asked,
            Repository.builder().key(key).build(),
            List.of(NotChecked.of(Subject.REPOSITORY, answer.problem())))
        .missing(missing);
  }

  /** The remote repository whose cache has this key. The cache itself cannot be looked up. */
  private Optional<Repository> remoteOf(String key) {
    return CacheKeys.withoutCache(key)
        .flatMap(plain -> reads.repository(plain).value())
        .filter(plain ->
            plain.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent());
  }

  private RepositoryFacts facts(
      RequestedArtifact asked, Repository repository, List<NotChecked> notChecked) {
    RequestedArtifact known = with(asked, repository);
    return isVirtual(known)
        ? virtual(asked, known, repository, notChecked)
        : RepositoryFacts.of(asked, known, repository.xrayIndex(), notChecked);
  }

  /** The facts of a virtual repository, with all members, including those of virtual members. */
  private RepositoryFacts virtual(
      RequestedArtifact asked,
      RequestedArtifact known,
      Repository virtual,
      List<NotChecked> notChecked) {
    VirtualMembers members = VirtualMembers.of(reads, lists, virtual);
    RequestedArtifact ofMember = RequestedArtifact.builder()
        .repository(asked.repository())
        .path(asked.path())
        .packageType(asked.packageType())
        .binaryManagerId(asked.binaryManagerId())
        .mimeType(asked.mimeType())
        .properties(asked.properties())
        .build();
    List<MemberFacts> each = members.inOrder().stream()
        .map(member -> new MemberFacts(
            member(ofMember, known.packageType(), member),
            member.xrayIndex(),
            member.priorityResolution()))
        .collect(Collectors.toList());
    List<NotChecked> all = new ArrayList<>(notChecked);
    all.addAll(members.notChecked());
    return RepositoryFacts.ofVirtual(
        asked,
        each.isEmpty()
            ? List.of(new MemberFacts(ofUnknownMember(known), Optional.empty(), Optional.empty()))
            : each,
        all);
  }

  /** An artifact of a virtual repository whose members are not known, and may belong to other projects. */
  private static RequestedArtifact ofUnknownMember(RequestedArtifact ofVirtual) {
    return ofVirtual.toBuilder()
        .projectKey(Optional.empty())
        .outsideProjects(false)
        .build();
  }

  /** A member has the package type of the virtual repository, unless it states another one. */
  private static RequestedArtifact member(
      RequestedArtifact ofMember, Optional<PackageType> packageType, Repository member) {
    RequestedArtifact known = with(ofMember.toBuilder().repository(member.key()).build(), member);
    RequestedArtifact typed =
        known.toBuilder().packageType(known.packageType().or(() -> packageType)).build();
    return isVirtual(typed) ? ofUnknownMember(typed) : typed;
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

  private static boolean isVirtual(RequestedArtifact artifact) {
    return artifact.repositoryClass().filter(RepositoryClass.VIRTUAL::equals).isPresent();
  }

  private static boolean isProjectKnown(RequestedArtifact asked) {
    return asked.outsideProjects() || asked.projectKey().isPresent();
  }
}
