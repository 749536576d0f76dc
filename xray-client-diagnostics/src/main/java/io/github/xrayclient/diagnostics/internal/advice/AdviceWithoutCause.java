package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What to do where no cause was found. */
final class AdviceWithoutCause {
  private AdviceWithoutCause() {}

  static List<String> steps(Evidence evidence) {
    WatchIndex index = evidence.facts().index();
    List<String> steps = new ArrayList<>();
    steps.add("Try the download again in five minutes: Artifactory remembers verdicts for a while"
        + " (about 300 seconds for violations, 120 for unscanned artifacts) after a policy or watch was"
        + " changed or removed.");
    steps.add("Ask with credentials that see all watches and policies, and with the project's key"
        + project(evidence) + " if the repository is in a project.");
    if (evidence.facts().indexed().filter(indexed -> !indexed).isPresent()) {
      steps.add(
          "Have the repository indexed by Xray: it is not, so the block is left from before or"
              + " comes from a rule on unscanned artifacts.");
    }
    steps.addAll(onRuledOut(evidence.ruledOut()));
    if (!index.elsewhere().isEmpty()) {
      steps.add("Watches on builds, release bundles or Git repositories only ("
          + String.join(", ", index.elsewhere())
          + ") do not block downloads from repositories.");
    }
    if (!index.idle().isEmpty()) {
      steps.add("Watches without resources or without policies ("
          + String.join(", ", index.idle())
          + ") do nothing, and the server switches them off: was one of them meant for the"
          + " repository?");
    }
    steps.add(
        "If the repository is a smart remote or federated, the refusal may come from the other"
            + " Artifactory, to which the repository's key belongs: ask there.");
    return steps;
  }

  private static String project(Evidence evidence) {
    return evidence.facts().artifacts().stream()
        .flatMap(artifact -> artifact.projectKey().stream())
        .filter(key -> !key.isEmpty())
        .findFirst()
        .map(key -> " (" + key + ")")
        .orElse("");
  }

  private static List<String> onRuledOut(List<RuledOut> ruledOut) {
    List<String> steps = new ArrayList<>();
    if (!ruledOut.isEmpty()) {
      steps.add("Look at the watches that were ruled out: was one of them changed a moment ago?");
    }
    if (ruledOut.stream().anyMatch(fact -> fact.reason().contains(" project "))) {
      steps.add("A watch of another project never acts on the repository: if one was meant for it,"
          + " make it again in the right project, or as a global one.");
    }
    return steps;
  }
}
