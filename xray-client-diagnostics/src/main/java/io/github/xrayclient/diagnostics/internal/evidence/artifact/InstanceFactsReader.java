package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.IndexedRepositories;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Artifactory instance that holds a repository, if watches name several instances. */
final class InstanceFactsReader {
  private static final String DEFAULT = "default";

  /** The largest number of instances whose repositories are read. */
  private static final int INSTANCES = 3;

  private final OptionalReads reads;

  InstanceFactsReader(OptionalReads reads) {
    this.reads = reads;
  }

  ArtifactFacts addTo(ArtifactFacts facts) {
    List<String> named = facts.matches().stream()
        .filter(WatchMatch::mayCover)
        .flatMap(match -> NonBlank.text(match.match().resource().binaryManagerId()).stream())
        .distinct()
        .collect(Collectors.toList());
    if (facts.asked().binaryManagerId().isPresent() || Set.of(DEFAULT).containsAll(named)) {
      return facts;
    }
    return holder(named, facts)
        .map(facts::inInstance)
        .orElseGet(() -> facts
            .withPossibleInstances(named)
            .withNotChecked(List.of(NotChecked.of(
                Subject.ARTIFACTORY_INSTANCE,
                "more than one instance may hold it; the watches name " + QuotedNames.of(named)))));
  }

  /** The only instance that holds the repository; empty if there may be several. */
  private Optional<String> holder(List<String> named, ArtifactFacts facts) {
    Set<String> ids = new LinkedHashSet<>(named);
    ids.add(DEFAULT);
    List<String> holding = new ArrayList<>();
    boolean sure = ids.size() <= INSTANCES;
    for (String id : List.copyOf(ids).subList(0, Math.min(ids.size(), INSTANCES))) {
      Optional<IndexedRepositories> lists = reads.indexed(id).value();
      boolean mayBeMissing = id.equals(DEFAULT) && !named.contains(DEFAULT);
      sure &= lists.isPresent() || mayBeMissing;
      if (lists.filter(all -> holds(all, facts)).isPresent()) {
        holding.add(id);
      }
    }
    return sure && holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty();
  }

  private static boolean holds(IndexedRepositories all, ArtifactFacts facts) {
    Set<String> keys = facts.artifacts().stream()
        .flatMap(artifact -> CacheKeys.of(artifact).stream())
        .collect(Collectors.toSet());
    return Stream.concat(all.indexed().stream(), all.notIndexed().stream())
        .anyMatch(repository -> keys.contains(repository.name()));
  }
}
