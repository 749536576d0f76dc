package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An index of policies and watches by the repositories that the watches cover. Immutable. */
public final class WatchIndex {
  private static final int FEW = 5;

  private final List<Policy> policies;
  private final List<IndexedWatch> watches;
  private final ResourceTable blocking;
  private final List<Policy> latest;
  private final List<String> watchesOnNoRepository;
  private final List<String> emptyWatches;
  private final ResourceTable nonBlocking;
  private final List<NotChecked> notRead;

  /**
   * Builds an index over the policies and watches of a server.
   *
   * @param notRead the watches that could not be read, and why
   */
  public WatchIndex(
      Collection<Policy> policies, Collection<Watch> watches, List<NotChecked> notRead) {
    Map<String, List<Policy>> byName =
        policies.stream().collect(Collectors.groupingBy(Policy::name));
    this.policies = List.copyOf(policies);
    this.watches = watches.stream()
        .map(watch -> new IndexedWatch(watch, byName))
        .collect(Collectors.toUnmodifiableList());
    this.blocking = new ResourceTable(
        this.watches.stream().filter(IndexedWatch::mayBlock).collect(Collectors.toList()));
    this.nonBlocking = new ResourceTable(this.watches.stream()
        .filter(watch -> !watch.isInactive() && !watch.nonBlocking().isEmpty())
        .collect(Collectors.toList()));
    this.latest = policies.stream()
        .sorted(Comparator.comparing(WatchIndex::modified).reversed())
        .limit(FEW)
        .collect(Collectors.toUnmodifiableList());
    this.watchesOnNoRepository = names(IndexedWatch::isOnNoRepository);
    this.emptyWatches = names(IndexedWatch::isEmpty);
    this.notRead = List.copyOf(notRead);
  }

  /** The watches that may block downloads and are about the repositories of these artifacts. */
  public List<WatchMatch> matches(List<RequestedArtifact> artifacts) {
    List<WatchMatch> matches = new ArrayList<>();
    for (RequestedArtifact artifact : artifacts) {
      WatchCoverage coverage = new WatchCoverage(artifact);
      blocking.near(
          artifact.repository(),
          (watch, resources) -> coverage
              .best(resources)
              .filter(ResourceMatch::isNear)
              .ifPresent(
                  match -> matches.add(new WatchMatch(artifact.repository(), watch, match))));
    }
    return Collections.unmodifiableList(matches);
  }

  /**
   * The policies that certainly apply to one of these artifacts through a watch, but block no
   * downloads.
   */
  public List<NotBlocking> notBlocking(List<RequestedArtifact> artifacts) {
    Set<NotBlocking> found = new LinkedHashSet<>();
    for (RequestedArtifact artifact : artifacts) {
      WatchCoverage coverage = new WatchCoverage(artifact);
      nonBlocking.near(
          artifact.repository(),
          (watch, resources) -> coverage
              .best(resources)
              .filter(match -> match.coverage() == Coverage.COVERS)
              .ifPresent(match -> found.addAll(watch.nonBlocking())));
    }
    return List.copyOf(found);
  }

  /** The watches of this name. Each project may have one. */
  public List<IndexedWatch> watches(String name) {
    return watches.stream()
        .filter(watch -> watch.watch().name().equals(name))
        .collect(Collectors.toList());
  }

  /** All policies, in the server's order. */
  public List<Policy> policies() {
    return policies;
  }

  /** All watches, in the server's order. */
  public List<IndexedWatch> watches() {
    return watches;
  }

  /** The five policies that were changed last. */
  public List<Policy> latest() {
    return latest;
  }

  /** The names of the first five watches that cover only builds, bundles or Git repositories. */
  public List<String> watchesOnNoRepository() {
    return watchesOnNoRepository;
  }

  /** The names of the active watches that may block downloads from a repository. */
  public List<String> blocking() {
    return watches.stream()
        .filter(watch -> watch.mayBlock() && !watch.isInactive())
        .filter(watch -> !watch.isOnNoRepository() && !watch.isEmpty())
        .map(watch -> watch.watch().name())
        .collect(Collectors.toList());
  }

  /** The names of the first five watches without resources or without policies. */
  public List<String> emptyWatches() {
    return emptyWatches;
  }

  /** The watches that could not be read, and why. */
  public List<NotChecked> notRead() {
    return notRead;
  }

  private List<String> names(Predicate<IndexedWatch> like) {
    return watches.stream()
        .filter(like)
        .map(watch -> watch.watch().name())
        .limit(FEW)
        .collect(Collectors.toUnmodifiableList());
  }

  private static Instant modified(Policy policy) {
    return policy.modified().flatMap(Timestamp::toInstant).orElse(Instant.MIN);
  }
}
