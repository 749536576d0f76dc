package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFactsReader;

/**
 * Reads the facts that decide whether watches cover an artifact. Facts that the caller has given are not
 * read.
 */
public final class ArtifactFactsReader {
  private final RepositoryFactsReader repositories;
  private final InstanceFactsReader instances;
  private final FileFactsReader files;
  private final ServingMemberReader members;

  public ArtifactFactsReader(OptionalReads reads) {
    this.repositories = new RepositoryFactsReader(reads);
    this.instances = new InstanceFactsReader(reads);
    this.files = new FileFactsReader(reads);
    this.members = new ServingMemberReader(reads);
  }

  public ArtifactFacts read(RequestedArtifact asked, WatchIndex index) {
    ArtifactFacts ofRepository = ArtifactFacts.of(index, repositories.read(asked));
    ArtifactFacts ofInstance = instances.addTo(ofRepository);
    return members.addTo(files.addTo(ofInstance));
  }
}
