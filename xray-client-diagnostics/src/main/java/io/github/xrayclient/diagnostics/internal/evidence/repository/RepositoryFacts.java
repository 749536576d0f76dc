package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.List;
import java.util.Optional;

/** What could be read about the repository of a requested artifact. Immutable. */
public final class RepositoryFacts {
  private final RequestedArtifact asked;
  private final List<RequestedArtifact> artifacts;
  private final boolean virtual;
  private final Optional<Boolean> indexed;
  private final List<NotChecked> notChecked;

  private RepositoryFacts(
      RequestedArtifact asked,
      List<RequestedArtifact> artifacts,
      boolean virtual,
      Optional<Boolean> indexed,
      List<NotChecked> notChecked) {
    this.asked = asked;
    this.artifacts = List.copyOf(artifacts);
    this.virtual = virtual;
    this.indexed = indexed;
    this.notChecked = List.copyOf(notChecked);
  }

  /** The facts of a repository that holds the artifact itself. */
  static RepositoryFacts of(
      RequestedArtifact asked,
      RequestedArtifact known,
      Optional<Boolean> indexed,
      List<NotChecked> notChecked) {
    return new RepositoryFacts(asked, List.of(known), false, indexed, notChecked);
  }

  /** The facts of a virtual repository, of which any member may hold the artifact. */
  static RepositoryFacts ofVirtual(
      RequestedArtifact asked,
      List<RequestedArtifact> members,
      Optional<Boolean> indexed,
      List<NotChecked> notChecked) {
    return new RepositoryFacts(asked, members, true, indexed, notChecked);
  }

  /** The artifact as the caller asked about it. */
  public RequestedArtifact asked() {
    return asked;
  }

  /** The artifact with the facts that were read, once for each member of a virtual repository. */
  public List<RequestedArtifact> artifacts() {
    return artifacts;
  }

  public boolean isVirtual() {
    return virtual;
  }

  /** Whether Xray indexes the repository; empty if it is not known. */
  public Optional<Boolean> indexed() {
    return indexed;
  }

  /** What could not be read, and why. */
  public List<NotChecked> notChecked() {
    return notChecked;
  }
}
