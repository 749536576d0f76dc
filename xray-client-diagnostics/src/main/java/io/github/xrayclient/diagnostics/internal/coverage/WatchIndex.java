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
import java.util.Optional;
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
    List<NotChecked> all = new ArrayList<>(notRead);
    unread(policies, watches)
        .ifPresent(because -> all.add(NotChecked.of(NotChecked.Subject.UNREAD_SETTINGS, because)));
    this.notRead = List.copyOf(all);
  }

  /** Names the first policies and watches with settings that could not be read. */
  private static Optional<String> unread(Collection<Policy> policies, Collection<Watch> watches) {
    List<String> owners = new ArrayList<>();
    for (Policy policy : policies) {
      Set<String> fields = UnreadSettings.of(policy);
      if (!fields.isEmpty()) {
        owners.add(
            "policy " + QuotedNames.of(policy.name()) + " (" + String.join(", ", fields) + ")");
      }
    }
    for (Watch watch : watches) {
      Set<String> fields = UnreadSettings.of(watch);
      if (!fields.isEmpty()) {
        owners.add(
            "watch " + QuotedNames.of(watch.name()) + " (" + String.join(", ", fields) + ")");
      }
    }
    int more = owners.size() - FEW;
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of("their values could not be read: "
            + owners.stream().limit(FEW).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : ""));
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
