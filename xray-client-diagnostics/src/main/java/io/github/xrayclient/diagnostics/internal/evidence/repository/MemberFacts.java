package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.Optional;

/** A repository that may hold the artifact, and settings of it that may not be known. Immutable. */
final class MemberFacts {
  final RequestedArtifact artifact;
  final Optional<Boolean> indexed;
  final Optional<Boolean> priority;

  MemberFacts(RequestedArtifact artifact, Optional<Boolean> indexed, Optional<Boolean> priority) {
    this.artifact = artifact;
    this.indexed = indexed;
    this.priority = priority;
  }
}
