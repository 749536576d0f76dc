package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do next. */
public final class Advice {
  private static final int MOST = 10;

  private Advice() {}

  /** The explanation that evidence leads to. */
  public static BlockExplanation explanation(Evidence evidence, String server) {
    RequestedArtifact asked = evidence.facts().asked();
    return BlockExplanation.builder()
        .repository(asked.repository())
        .path(asked.path())
        .causes(evidence.causes())
        .ruledOut(evidence.ruledOut())
        .notChecked(evidence.notChecked())
        .notBlocking(evidence.notBlocking())
        .nextSteps(steps(evidence, server))
        .build();
  }

  private static Set<NextStep> steps(Evidence evidence, String server) {
    Set<NextStep> steps = new LinkedHashSet<>();
    List<String> instances = evidence.facts().possibleInstances();
    if (!instances.isEmpty()) {
      steps.add(NextStep.of(
          Kind.COMPARE_ARTIFACTORY_INSTANCES,
          "Compare the ids of the Artifactory instances that watches name ("
              + String.join(", ", instances)
              + ") with the one that refused the download: a watch on another one is not the"
              + " cause."));
    }
    steps.addAll(evidence.steps());
    steps.addAll(
        evidence.causes().isEmpty()
            ? AdviceWithoutCause.steps(evidence)
            : AdviceOnCauses.steps(evidence, server));
    return steps;
  }

  /** The explanation of a refusal that no watch can cause. */
  public static BlockExplanation withoutWatches(BlockedDownload refusal) {
    return BlockExplanation.builder()
        .refusal(refusal)
        .repository(refusal.repository())
        .path(refusal.path())
        .nextSteps(AdviceOnRefusal.steps(refusal))
        .build();
  }

  /** The explanation of a block by Xray whose repository is not known. */
  public static BlockExplanation withoutRepository(BlockedDownload refusal, WatchIndex index) {
    List<String> watches = index.blocking();
    String some = watches.stream().limit(MOST).collect(Collectors.joining(", "));
    String more = watches.size() > MOST ? " and " + (watches.size() - MOST) + " more" : "";
    return BlockExplanation.builder()
        .refusal(refusal)
        .path(refusal.path())
        .notChecked(index.notRead())
        .addNextStep(NextStep.of(
            Kind.FIND_REPOSITORY,
            "The message does not name the repository: ask for it, or look at the server's answer or"
                + " Artifactory's log, which hold the whole sentence."))
        .addNextStep(NextStep.of(
            Kind.CHECK_WATCHES,
            watches.isEmpty()
                ? "No active watch that could be read has a blocking policy."
                : "Until then any active watch with a blocking policy may be behind it: " + some
                    + more + "."))
        .build();
  }
}
