package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.CandidateCauses;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.Collection;
import java.util.List;

/**
 * Policies and watches, joined once to answer any number of questions: the watches that could cover a
 * repository are found by its key, without a look at the others. Immutable and thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockIndex {
  private final WatchIndex watches;

  BlockIndex(WatchIndex watches) {
    this.watches = watches;
  }

  /** An index of policies and watches, as the server lists them. */
  public static BlockIndex of(Collection<Policy> policies, Collection<Watch> watches) {
    return new BlockIndex(new WatchIndex(policies, watches, List.of()));
  }

  /**
   * Says what blocks an artifact, what may block it, and which blocking watches were ruled out.
   * Sends no request.
   */
  public BlockExplanation explain(RequestedArtifact artifact) {
    CandidateCauses candidates = CandidateCauses.of(watches.matches(List.of(artifact)));
    return BlockExplanation.builder()
        .repository(artifact.repository())
        .path(artifact.path())
        .causes(candidates.causes())
        .ruledOut(candidates.ruledOut())
        .notBlocking(watches.notBlocking(List.of(artifact)))
        .notChecked(watches.notRead())
        .build();
  }

  WatchIndex watches() {
    return watches;
  }
}
