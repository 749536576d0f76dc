package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What to do if no cause was found. */
final class AdviceWithoutCause {
  private AdviceWithoutCause() {}

  static List<NextStep> steps(Evidence evidence) {
    WatchIndex index = evidence.facts().index();
    List<NextStep> steps = new ArrayList<>();
    steps.add(NextStep.of(
        Kind.RETRY,
        "Try the download again in five minutes. After a policy or watch was changed or deleted,"
            + " Artifactory still uses cached verdicts (for about 300 seconds on violations, and 120"
            + " seconds on unscanned artifacts)."));
    steps.add(NextStep.of(
        Kind.ASK_WITH_MORE_RIGHTS,
        "Ask again with credentials that can read all watches and policies, and name the project"
            + project(evidence) + " if the repository belongs to one."));
    if (evidence.facts().indexed().filter(indexed -> !indexed).isPresent()) {
      steps.add(NextStep.of(
          Kind.INDEX_REPOSITORY,
          "Have " + evidence.facts().indexable()
              + " indexed by Xray. As long as it is not indexed, Xray refuses downloads"
              + " only because of a cached verdict or a rule on unscanned artifacts."));
    }
    steps.addAll(onRuledOut(evidence.ruledOut()));
    if (!index.watchesOnNoRepository().isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_WATCHES,
          "Check whether one of these watches was meant for the repository: "
              + QuotedNames.of(index.watchesOnNoRepository())
              + ". They cover only builds, release bundles or Git repositories, and do not block"
              + " downloads from repositories."));
    }
    if (!index.emptyWatches().isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_WATCHES,
          "Check whether one of these watches was meant for the repository: "
              + QuotedNames.of(index.emptyWatches())
              + ". They have no resources or no policies, so they have no effect, and the server"
              + " deactivates them."));
    }
    steps.add(NextStep.of(
        Kind.ASK_OTHER_ARTIFACTORY,
        "If the repository is a smart remote or federated repository, ask the other Artifactory"
            + " instance, too. The refusal may come from there, and then it names a repository of"
            + " that instance."));
    return steps;
  }

  private static String project(Evidence evidence) {
    return evidence.facts().artifacts().stream()
        .flatMap(artifact -> artifact.projectKey().stream())
        .findFirst()
        .map(key -> " " + QuotedNames.of(key))
        .orElse("");
  }

  private static List<NextStep> onRuledOut(List<RuledOut> ruledOut) {
    List<NextStep> steps = new ArrayList<>();
    if (!ruledOut.isEmpty()) {
      steps.add(NextStep.of(
          Kind.CHECK_RULED_OUT_WATCHES,
          "Check whether one of the watches that were ruled out was changed a moment ago."));
    }
    if (ruledOut.stream().anyMatch(out -> out.fact() == Fact.OTHER_PROJECT)) {
      steps.add(NextStep.of(
          Kind.MOVE_WATCH,
          "If a watch of another project was meant for the repository, create it again in the"
              + " repository's project or as a global watch. A watch of a project applies only to"
              + " repositories of that project."));
    }
    return steps;
  }
}
