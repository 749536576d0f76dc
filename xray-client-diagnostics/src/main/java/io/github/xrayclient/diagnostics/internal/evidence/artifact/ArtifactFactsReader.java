package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.read.SetupReader;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFacts;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFactsReader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the facts that decide whether watches cover an artifact. Facts that the caller has given
 * are not read.
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

  public ArtifactFacts read(RequestedArtifact asked, SetupReader setup) {
    setup.start(); // nothing else is asked if it fails
    ArtifactFacts ofRepository = matched(repositories.read(asked), setup);
    ArtifactFacts ofInstance = instances.addTo(ofRepository);
    return members.addTo(files.addTo(ofInstance));
  }

  /**
   * Reads the policies and watches of the projects to which the repositories belong, and the
   * policies of other projects whose watches may cover the artifact.
   */
  private static ArtifactFacts matched(RepositoryFacts repository, SetupReader setup) {
    Set<String> projects = repository.projects();
    ArtifactFacts known = ArtifactFacts.of(setup.withProjects(projects), repository);
    Set<String> others = known.matches().stream()
        .filter(match -> match.mayCover() && !match.watch().unread().isEmpty())
        .flatMap(match -> match.watch().project().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    WatchIndex complete = setup.withPoliciesOf(others);
    ArtifactFacts facts =
        complete == known.index() ? known : ArtifactFacts.of(complete, repository);
    return facts.withNotChecked(setup.notRead(projects));
  }
}
