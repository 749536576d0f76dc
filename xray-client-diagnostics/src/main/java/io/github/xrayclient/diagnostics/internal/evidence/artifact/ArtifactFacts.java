package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFacts;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is known about a requested artifact, and how the watches match it. Immutable. */
public final class ArtifactFacts {
  private final WatchIndex index;
  private final RepositoryFacts repository;
  private final List<RequestedArtifact> artifacts;
  private final List<WatchMatch> matches;
  private final List<String> possibleInstances;
  private final Optional<String> servingMember;
  private final List<NotChecked> notChecked;

  private ArtifactFacts(
      WatchIndex index,
      RepositoryFacts repository,
      List<RequestedArtifact> artifacts,
      List<WatchMatch> matches,
      List<String> possibleInstances,
      Optional<String> servingMember,
      List<NotChecked> notChecked) {
    this.index = index;
    this.repository = repository;
    this.artifacts = artifacts;
    this.matches = matches;
    this.possibleInstances = List.copyOf(possibleInstances);
    this.servingMember = servingMember;
    this.notChecked = List.copyOf(notChecked);
  }

  static ArtifactFacts of(WatchIndex index, RepositoryFacts repository) {
    List<NotChecked> notChecked = new ArrayList<>(index.notRead());
    notChecked.addAll(repository.notChecked());
    List<RequestedArtifact> artifacts = repository.artifacts();
    return new ArtifactFacts(
        index,
        repository,
        artifacts,
        index.matches(artifacts),
        List.of(),
        Optional.empty(),
        notChecked);
  }

  /** Returns these facts with the Artifactory instance that holds the repository. */
  ArtifactFacts inInstance(String binaryManagerId) {
    return changed(
        artifact -> artifact.toBuilder().binaryManagerId(binaryManagerId).build());
  }

  /** Returns these facts with the MIME type and the properties of the file. */
  ArtifactFacts withFile(
      Optional<String> mimeType, Optional<Map<String, List<String>>> properties) {
    return changed(artifact ->
        artifact.toBuilder().mimeType(mimeType).properties(properties).build());
  }

  /** Returns these facts with the instances that watches name, one of which holds the repository. */
  ArtifactFacts withPossibleInstances(List<String> binaryManagerIds) {
    return new ArtifactFacts(
        index, repository, artifacts, matches, binaryManagerIds, servingMember, notChecked);
  }

  /** Returns these facts with more entries about what could not be read, and why. */
  ArtifactFacts withNotChecked(List<NotChecked> more) {
    List<NotChecked> all = new ArrayList<>(notChecked);
    all.addAll(more);
    return new ArtifactFacts(
        index, repository, artifacts, matches, possibleInstances, servingMember, all);
  }

  /** Returns these facts with the member of the virtual repository that stores the artifact. */
  ArtifactFacts servedBy(String member) {
    return new ArtifactFacts(
        index, repository, artifacts, matches, possibleInstances, Optional.of(member), notChecked);
  }

  private ArtifactFacts changed(UnaryOperator<RequestedArtifact> change) {
    List<RequestedArtifact> changed =
        artifacts.stream().map(change).collect(Collectors.toUnmodifiableList());
    return new ArtifactFacts(
        index,
        repository,
        changed,
        index.matches(changed),
        possibleInstances,
        servingMember,
        notChecked);
  }

  /** The policies and watches that the artifact is tested against. */
  public WatchIndex index() {
    return index;
  }

  /** The artifact as the caller asked about it. */
  public RequestedArtifact asked() {
    return repository.asked();
  }

  /** The artifact with the facts that were read, once for each member of a virtual repository. */
  public List<RequestedArtifact> artifacts() {
    return artifacts;
  }

  public boolean isVirtual() {
    return repository.isVirtual();
  }

  /** The key of the member of the virtual repository that stores the artifact, if it is known. */
  public Optional<String> servingMember() {
    return servingMember;
  }

  /** The image to which the path of the artifact belongs; empty if it does not belong to one. */
  public Optional<RequestedImage> image() {
    return repository.image();
  }

  /** The path to ask about: that of the artifact, or that of the manifest of an image. */
  public Optional<String> path() {
    return repository.paths().stream().findFirst();
  }

  /** The repository that was asked about, if the server does not have it, or does not show it. */
  public Optional<MissingRepository> missing() {
    return repository.missing();
  }

  /**
   * Whether Xray indexes the repository that holds the artifact; empty if it is not known. A
   * virtual repository is never indexed itself, so for it this is about the member that stores the
   * artifact.
   */
  public Optional<Boolean> indexed() {
    return repository.isVirtual()
        ? servingMember.flatMap(repository::indexed)
        : repository.indexed(artifacts.get(0).repository());
  }

  /** Whether Xray indexes one of the repositories of {@link #artifacts()}; empty if it is not known. */
  public Optional<Boolean> indexed(String key) {
    return repository.indexed(key);
  }

  /** Whether a member has priority resolution; empty if it is not known. */
  Optional<Boolean> priority(RequestedArtifact member) {
    return repository.priority(member.repository());
  }

  /** The repository that Xray can index, in words: it, or the member that stores the artifact. */
  public String indexable() {
    return servingMember
        .map(key -> "member " + QuotedNames.of(key) + " of the virtual repository")
        .orElse("the repository");
  }

  /** The watches that may block downloads from the repository, whether they cover the artifact or not. */
  public List<WatchMatch> matches() {
    return matches;
  }

  /**
   * The ids of the Artifactory instances that watches name, if it is not known which of them holds
   * the repository; otherwise empty.
   */
  public List<String> possibleInstances() {
    return possibleInstances;
  }

  /** What could not be read, and why. */
  public List<NotChecked> notChecked() {
    return notChecked;
  }

  /**
   * Whether a repository of {@link #artifacts()} may store the artifact. A virtual one is among
   * them only if its members are not known.
   */
  public boolean mayStore(RequestedArtifact artifact) {
    return artifact.repositoryClass().filter(RepositoryClass.VIRTUAL::equals).isEmpty();
  }

  /**
   * The locations under which Xray may know the artifact; empty if its path is not known, or if no
   * member of a virtual repository is.
   */
  public List<ArtifactLocation> locations() {
    return artifacts.stream()
        .filter(this::mayStore)
        .flatMap(artifact -> locations(artifact).stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The locations under which Xray may know one of {@link #artifacts()}. */
  public List<ArtifactLocation> locations(RequestedArtifact artifact) {
    List<String> paths = repository.paths();
    return CacheKeys.of(artifact).stream()
        .flatMap(key -> paths.stream().map(path -> new ArtifactLocation(key, path)))
        .collect(Collectors.toUnmodifiableList());
  }
}
