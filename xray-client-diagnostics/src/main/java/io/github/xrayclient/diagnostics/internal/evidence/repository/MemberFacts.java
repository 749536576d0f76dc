package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import java.util.Optional;

/** A repository that may hold the artifact, and whether Xray indexes it. Immutable. */
final class MemberFacts {
  final RequestedArtifact artifact;
  final Optional<Boolean> indexed;

  MemberFacts(RequestedArtifact artifact, Optional<Boolean> indexed) {
    this.artifact = artifact;
    this.indexed = indexed;
  }
}
