package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index does its work by key: as ratios and counts, which hold on slow machines too. */
class BlockIndexSpeedTest {
  private static final int COUNT = Boolean.getBoolean("xray.thorough") ? 5_000 : 1_000;
  private static final int RESOURCES = 40;

  @Test
  void answersFarFasterThanAScanOfAllResources() {
    List<Policy> policies = LargeSetUp.policies(COUNT);
    List<Watch> watches = LargeSetUp.watches(COUNT, RESOURCES);
    BlockIndex index = BlockIndex.of(policies, watches);
    List<RequestedArtifact> questions = LargeSetUp.questions(200, COUNT * RESOURCES);

    long indexed = Long.MAX_VALUE;
    long scanned = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) { // the best of three, the first of which warms up
      indexed = Math.min(indexed, nanos(() -> questions.forEach(index::explain)));
      scanned = Math.min(
          scanned, nanos(() -> questions.subList(0, 20).forEach(one -> scan(watches, one))) * 10);
    }

    assertThat(scanned / (double) indexed)
        .isGreaterThan(Boolean.getBoolean("xray.thorough") ? 100 : 10);
  }

  /** What a question costs at least without an index: a look at each resource. */
  private static void scan(List<Watch> watches, RequestedArtifact artifact) {
    WatchCoverage coverage = new WatchCoverage(artifact);
    long covering = watches.stream()
        .filter(watch -> coverage
            .best(watch)
            .filter(match -> match.coverage() != Coverage.NO)
            .isPresent())
        .count();
    assertThat(covering).isPositive();
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
