package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What could be read about the repository of a requested artifact. Immutable. */
public final class RepositoryFacts {
  private final RequestedArtifact asked;
  private final List<MemberFacts> members;
  private final boolean virtual;
  private final Optional<MissingRepository> missing;
  private final List<NotChecked> notChecked;

  private RepositoryFacts(
      RequestedArtifact asked,
      List<MemberFacts> members,
      boolean virtual,
      Optional<MissingRepository> missing,
      List<NotChecked> notChecked) {
    this.asked = asked;
    this.members = List.copyOf(members);
    this.virtual = virtual;
    this.missing = missing;
    this.notChecked = List.copyOf(notChecked);
  }

  /** The facts of a repository that holds the artifact itself. */
  static RepositoryFacts of(
      RequestedArtifact asked,
      RequestedArtifact known,
      Optional<Boolean> indexed,
      List<NotChecked> notChecked) {
    return new RepositoryFacts(
        asked,
        List.of(new MemberFacts(known, indexed, Optional.empty())),
        false,
        Optional.empty(),
        notChecked);
  }

  /** The facts that the caller gave, without a look at the server. */
  public static RepositoryFacts asGiven(RequestedArtifact asked) {
    return of(asked, asked, Optional.empty(), List.of());
  }

  /** The facts of a virtual repository, of which any member may hold the artifact. */
  static RepositoryFacts ofVirtual(
      RequestedArtifact asked, List<MemberFacts> members, List<NotChecked> notChecked) {
    return new RepositoryFacts(asked, members, true, Optional.empty(), notChecked);
  }

  /** Returns these facts with the repository that the server does not have, if that is so. */
  RepositoryFacts missing(Optional<MissingRepository> repository) {
    return new RepositoryFacts(asked, members, virtual, repository, notChecked);
  }

  /** The artifact as the caller asked about it. */
  public RequestedArtifact asked() {
    return asked;
  }

  /**
   * The artifact with the facts that were read, once for each member of a virtual repository, in
   * the order in which Artifactory asks the members. Never empty.
   */
  public List<RequestedArtifact> artifacts() {
    Optional<RequestedImage> image = image();
    return members.stream()
        .map(member -> image.isEmpty()
            ? member.artifact
            : member.artifact.toBuilder()
                .path(image.get().manifests().stream().findFirst())
                .build())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The image to which the path belongs; empty if it does not belong to one. */
  public Optional<RequestedImage> image() {
    Optional<PackageType> type = members.stream()
        .flatMap(member -> member.artifact.packageType().stream())
        .findFirst();
    return asked.path().flatMap(path -> ImagePath.of(path, type));
  }

  /**
   * The paths to ask about inside the repository: that of the artifact, or those of the manifests
   * of the image. Empty if there are none.
   */
  public List<String> paths() {
    return image()
        .map(RequestedImage::manifests)
        .orElseGet(() -> asked.path().map(List::of).orElse(List.of()));
  }

  /** The keys of the projects to which repositories of {@link #artifacts()} belong. */
  public Set<String> projects() {
    return members.stream()
        .flatMap(member -> member.artifact.projectKey().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public boolean isVirtual() {
    return virtual;
  }

  /** Whether Xray indexes a repository of {@link #artifacts()}; empty if it is not known. */
  public Optional<Boolean> indexed(String key) {
    return member(key).flatMap(member -> member.indexed);
  }

  /**
   * Whether Artifactory asks a member before all those without priority resolution; empty if it is
   * not known.
   */
  public Optional<Boolean> priority(String key) {
    return member(key).flatMap(member -> member.priority);
  }

  private Optional<MemberFacts> member(String key) {
    return members.stream()
        .filter(member -> member.artifact.repository().equals(key))
        .findFirst();
  }

  /** The repository itself, if the server does not have it, or does not show it. */
  public Optional<MissingRepository> missing() {
    return missing;
  }

  /** What could not be read, and why. */
  public List<NotChecked> notChecked() {
    return notChecked;
  }
}
