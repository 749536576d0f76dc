package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.evidence.Inquiry;
import java.util.List;

/** What to do where no cause was found. */
final class AdviceWithoutCause {
  private AdviceWithoutCause() {}

  static void add(Inquiry inquiry) {
    inquiry.step(
        "Try the download again in five minutes: Artifactory remembers verdicts for a while"
            + " (about 300 seconds for violations, 120 for unscanned artifacts) after a policy or watch was"
            + " changed or removed.");
    inquiry.step(
        "Ask with credentials that see all watches and policies, and with the project's key"
            + project(inquiry) + " if the repository is in a project.");
    if (inquiry.indexed().filter(indexed -> !indexed).isPresent()) {
      inquiry.step(
          "Have the repository indexed by Xray: it is not, so the block is left from before or"
              + " comes from a rule on unscanned artifacts.");
    }
    ruledOut(inquiry);
    if (!inquiry.index().elsewhere().isEmpty()) {
      inquiry.step("Watches on builds, release bundles or Git repositories only ("
          + String.join(", ", inquiry.index().elsewhere())
          + ") do not block downloads from repositories.");
    }
    if (!inquiry.index().idle().isEmpty()) {
      inquiry.step("Watches without resources or without policies ("
          + String.join(", ", inquiry.index().idle())
          + ") do nothing, and the server switches them off: was one of them meant for the"
          + " repository?");
    }
    inquiry.step(
        "If the repository is a smart remote or federated, the refusal may come from the other"
            + " Artifactory, to which the repository's key belongs: ask there.");
  }

  private static String project(Inquiry inquiry) {
    return inquiry.targets().stream()
        .flatMap(target -> target.projectKey().stream())
        .filter(key -> !key.isEmpty())
        .findFirst()
        .map(key -> " (" + key + ")")
        .orElse("");
  }

  private static void ruledOut(Inquiry inquiry) {
    List<RuledOut> ruledOut = inquiry.suspects().ruledOut();
    if (!ruledOut.isEmpty()) {
      inquiry.step(
          "Look at the watches that were ruled out: was one of them changed a moment ago?");
    }
    if (ruledOut.stream().anyMatch(fact -> fact.reason().contains(" project "))) {
      inquiry.step(
          "A watch of another project never acts on the repository: if one was meant for it,"
              + " make it again in the right project, or as a global one.");
    }
  }
}
