package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.repository.IndexedRepositories;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learns which Artifactory a repository is in, where watches name another than the default one. */
public final class InstanceFacts {
  private static final String DEFAULT = "default";

  /** The most instances that are asked about. */
  private static final int INSTANCES = 3;

  private final OptionalReads lookups;

  public InstanceFacts(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void learn(Inquiry inquiry) {
    Set<String> ids = inquiry.suspects().stream()
        .flatMap(suspect -> suspect.match().resource().binaryManagerId().stream())
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    if (inquiry.asked().binaryManagerId().isPresent() || Set.of(DEFAULT).containsAll(ids)) {
      return;
    }
    String names = String.join(", ", ids);
    boolean named = !ids.add(DEFAULT);
    List<String> holding = new ArrayList<>();
    boolean sure = ids.size() <= INSTANCES;
    for (String id : List.copyOf(ids).subList(0, Math.min(ids.size(), INSTANCES))) {
      Optional<IndexedRepositories> lists = lookups.indexed(id).value();
      sure &=
          lists.isPresent() || (id.equals(DEFAULT) && !named); // perhaps there is no default one
      if (lists.filter(all -> holds(all, inquiry)).isPresent()) {
        holding.add(id);
      }
    }
    if (sure && holding.size() == 1) {
      inquiry.in(holding.get(0));
      return;
    }
    inquiry.notChecked(
        "Which Artifactory holds the repository was not found out; watches name " + names + ".");
    inquiry.step("Compare the ids of the Artifactory instances that watches name ("
        + names
        + ") with the one that refused the download: a watch on another one is not the cause.");
  }

  private static boolean holds(IndexedRepositories all, Inquiry inquiry) {
    Set<String> keys = inquiry.targets().stream()
        .flatMap(target -> WatchCoverage.keys(target).stream())
        .collect(Collectors.toSet());
    return Stream.concat(all.indexed().stream(), all.notIndexed().stream())
        .anyMatch(repository -> keys.contains(repository.name()));
  }
}
