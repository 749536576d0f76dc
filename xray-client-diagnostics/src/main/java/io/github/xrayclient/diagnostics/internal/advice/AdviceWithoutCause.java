package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What to do where no cause was found. */
final class AdviceWithoutCause {
  private AdviceWithoutCause() {}

  static List<NextStep> steps(Evidence evidence) {
    WatchIndex index = evidence.facts().index();
    List<NextStep> steps = new ArrayList<>();
    steps.add(NextStep.of(
        Kind.RETRY,
        "Try the download again in five minutes: Artifactory remembers verdicts for a while"
            + " (about 300 seconds for violations, 120 for unscanned artifacts) after a policy or watch was"
            + " changed or removed."));
    steps.add(NextStep.of(
        Kind.ASK_WITH_MORE_RIGHTS,
        "Ask with credentials that see all watches and policies, and with the project's key"
            + project(evidence) + " if the repository is in a project."));
    if (evidence.facts().indexed().filter(indexed -> !indexed).isPresent()) {
      steps.add(NextStep.of(
          Kind.INDEX_REPOSITORY,
          "Have the repository indexed by Xray: it is not, so the block is left from before or"
              + " comes from a rule on unscanned artifacts."));
    }
    steps.addAll(onRuledOut(evidence.ruledOut()));
    if (!index.elsewhere().isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_WATCHES,
          "Watches on builds, release bundles or Git repositories only ("
              + String.join(", ", index.elsewhere())
              + ") do not block downloads from repositories."));
    }
    if (!index.idle().isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_WATCHES,
          "Watches without resources or without policies ("
              + String.join(", ", index.idle())
              + ") do nothing, and the server switches them off: was one of them meant for the"
              + " repository?"));
    }
    steps.add(NextStep.of(
        Kind.ASK_OTHER_ARTIFACTORY,
        "If the repository is a smart remote or federated, the refusal may come from the other"
            + " Artifactory, to which the repository's key belongs: ask there."));
    return steps;
  }

  private static String project(Evidence evidence) {
    return evidence.facts().artifacts().stream()
        .flatMap(artifact -> artifact.projectKey().stream())
        .findFirst()
        .map(key -> " (" + key + ")")
        .orElse("");
  }

  private static List<NextStep> onRuledOut(List<RuledOut> ruledOut) {
    List<NextStep> steps = new ArrayList<>();
    if (!ruledOut.isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_RULED_OUT_WATCHES,
          "Look at the watches that were ruled out: was one of them changed a moment ago?"));
    }
    if (ruledOut.stream().anyMatch(out -> out.fact() == Fact.OTHER_PROJECT)) {
      steps.add(NextStep.of(
          Kind.MOVE_WATCH,
          "A watch of another project never acts on the repository: if one was meant for it,"
              + " make it again in the right project, or as a global one."));
    }
    return steps;
  }
}
