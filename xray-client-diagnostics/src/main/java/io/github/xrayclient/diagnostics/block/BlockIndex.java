package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Policies and watches, joined once to answer any number of questions: the watches that could cover a
 * repository are found by its key, without a look at the others. Immutable and thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockIndex {
  private static final int FEW = 5;

  private final List<Policy> policies;
  private final List<IndexedWatch> watches;
  private final ResourceTable blocking;
  private final List<Policy> latest;
  private final List<String> elsewhere;
  private final List<String> idle;
  private final List<String> notChecked;

  private BlockIndex(
      Collection<Policy> policies, Collection<Watch> watches, List<String> notChecked) {
    Map<String, List<Policy>> byName =
        policies.stream().collect(Collectors.groupingBy(Policy::name));
    this.policies = List.copyOf(policies);
    this.watches = watches.stream()
        .map(watch -> new IndexedWatch(watch, byName))
        .collect(Collectors.toUnmodifiableList());
    this.blocking = new ResourceTable(
        this.watches.stream().filter(IndexedWatch::mayBlock).collect(Collectors.toList()));
    this.latest = policies.stream()
        .sorted(Comparator.comparing(BlockIndex::modified).reversed())
        .limit(FEW)
        .collect(Collectors.toUnmodifiableList());
    this.elsewhere = names(IndexedWatch::isElsewhere);
    this.idle = names(IndexedWatch::isIdle);
    this.notChecked = List.copyOf(notChecked);
  }

  /** An index of these, as the server lists them. */
  public static BlockIndex of(Collection<Policy> policies, Collection<Watch> watches) {
    return new BlockIndex(policies, watches, List.of());
  }

  /** A copy of this index with a sentence on something that could not be read. */
  static BlockIndex of(
      Collection<Policy> policies, Collection<Watch> watches, List<String> notChecked) {
    return new BlockIndex(policies, watches, notChecked);
  }

  /** What blocks the artifact, what may, and what could but does not; nothing is asked for it. */
  public BlockExplanation explain(RequestedArtifact artifact) {
    Suspects suspects = new Suspects();
    suspects(artifact, suspects);
    return BlockExplanation.builder()
        .repository(artifact.repository())
        .path(artifact.path())
        .causes(suspects.causes())
        .ruledOut(suspects.ruledOut())
        .notChecked(notChecked)
        .notRead(notChecked)
        .build();
  }

  /** Adds the same, open to evidence. */
  void suspects(RequestedArtifact artifact, Suspects suspects) {
    WatchCoverage coverage = new WatchCoverage(artifact);
    blocking.near(
        artifact.repository(),
        (watch, resources) -> coverage
            .best(resources)
            .filter(ResourceMatch::isNear)
            .ifPresent(match -> suspects.add(watch, match)));
  }

  /** The watches of this name, of which each project may have one. */
  List<IndexedWatch> watches(String name) {
    return watches.stream()
        .filter(watch -> watch.watch().name().equals(name))
        .collect(Collectors.toList());
  }

  /** All policies, in the server's order. */
  List<Policy> policies() {
    return policies;
  }

  /** All watches, in the server's order. */
  List<IndexedWatch> watches() {
    return watches;
  }

  /** The few policies that were changed last. */
  List<Policy> latest() {
    return latest;
  }

  /** A few watches that look at nothing but builds, bundles or source repositories. */
  List<String> elsewhere() {
    return elsewhere;
  }

  /** The watches that may block a download from some repository. */
  List<String> blocking() {
    return watches.stream()
        .filter(watch -> watch.mayBlock() && !watch.isInactive())
        .filter(watch -> !watch.isElsewhere() && !watch.isIdle())
        .map(watch -> watch.watch().name())
        .collect(Collectors.toList());
  }

  /** A few watches without resources or policies. */
  List<String> idle() {
    return idle;
  }

  private List<String> names(Predicate<IndexedWatch> like) {
    return watches.stream()
        .filter(like)
        .map(watch -> watch.watch().name())
        .limit(FEW)
        .collect(Collectors.toUnmodifiableList());
  }

  private static Instant modified(Policy policy) {
    return Sentences.instant(policy.modified()).orElse(Instant.MIN);
  }

  /** What could not be read. */
  List<String> notChecked() {
    return notChecked;
  }
}
