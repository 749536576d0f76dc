package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.CurationEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.refusal.BlockKind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do next. */
public final class Advice {
  private static final int MOST = 10;

  private Advice() {}

  /** The explanation that evidence leads to. */
  public static BlockExplanation explanation(Optional<BlockKind> kind, Evidence evidence) {
    RequestedArtifact asked = evidence.facts().asked();
    return BlockExplanation.builder()
        .kind(kind)
        .repository(asked.repository())
        .path(asked.path())
        .causes(evidence.causes())
        .ruledOut(evidence.ruledOut())
        .notChecked(evidence.notChecked())
        .notRead(evidence.facts().index().notRead())
        .nextSteps(steps(evidence))
        .build();
  }

  private static Set<String> steps(Evidence evidence) {
    Set<String> steps = new LinkedHashSet<>();
    List<String> instances = evidence.facts().possibleInstances();
    if (!instances.isEmpty()) {
      steps.add("Compare the ids of the Artifactory instances that watches name ("
          + String.join(", ", instances)
          + ") with the one that refused the download: a watch on another one is not the cause.");
    }
    steps.addAll(evidence.steps());
    steps.addAll(
        evidence.causes().isEmpty()
            ? AdviceWithoutCause.steps(evidence)
            : AdviceOnCauses.steps(evidence));
    return steps;
  }

  /** The explanation of a refusal that no watch can cause. */
  public static BlockExplanation withoutWatches(BlockedDownload refusal) {
    return BlockExplanation.builder()
        .kind(refusal.kind())
        .repository(refusal.repository())
        .path(refusal.path())
        .curation(refusal.curation())
        .nextSteps(steps(refusal))
        .build();
  }

  /** The explanation of a block by Xray whose repository is not known. */
  public static BlockExplanation withoutRepository(BlockedDownload refusal, WatchIndex index) {
    List<String> watches = index.blocking();
    String some = watches.stream().limit(MOST).collect(Collectors.joining(", "));
    String more = watches.size() > MOST ? " and " + (watches.size() - MOST) + " more" : "";
    return BlockExplanation.builder()
        .kind(refusal.kind())
        .path(refusal.path())
        .notChecked(index.notRead())
        .notRead(index.notRead())
        .addNextStep("The message does not name the repository: ask for it, or look at the server's"
            + " answer or Artifactory's log, which hold the whole sentence.")
        .addNextStep(
            watches.isEmpty()
                ? "No active watch that could be read has a blocking policy."
                : "Until then any active watch with a blocking policy may be behind it: " + some
                    + more + ".")
        .build();
  }

  private static List<String> steps(BlockedDownload refusal) {
    switch (refusal.kind()) {
      case XRAY_UNAVAILABLE:
        return List.of(
            "Artifactory could not reach Xray, so no policy decided: check that Xray is up.",
            "An administrator can allow downloads while Xray is unavailable"
                + " (xrayAllowWhenUnavailable).");
      case CURATION_BLOCK:
        return curation(refusal);
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return List.of(
            "A virtual repository may answer 404 for a block of one of its members: ask about the"
                + " members.");
      case PERMISSION:
        return List.of(
            "This is no block by a policy: check the user's permissions on the repository.");
      case SUSPENDED:
        return List.of(
            "Logging in is suspended for up to a minute after wrong passwords: wait, then correct"
                + " the credentials.");
      case AUTH:
        return List.of("The credentials are missing, wrong or expired: correct them.");
      case PROXY:
        return List.of(
            "A web page came in place of the server's answer: look at the proxy or gateway.");
      default:
        return List.of(
            "The text says nothing about a block: look for the server's whole answer, which build tools"
                + " often hide (curl -i on the refused address shows it), or ask by repository and"
                + " path.",
            "A version or file that is said to be missing may be blocked, too: Curation can take"
                + " versions out of lists, and a virtual repository may answer 404 for a block of one of"
                + " its members.");
    }
  }

  private static List<String> curation(BlockedDownload refusal) {
    List<String> steps = new ArrayList<>();
    refusal.curation().ifPresent(block -> {
      switch (block.reason()) {
        case NOT_IN_CATALOG:
          steps.add(
              "This is temporary: try again later; the catalog may take hours to learn of a new"
                  + " package.");
          break;
        case ON_DEMAND_SCAN_PENDING:
          steps.add("This is temporary: try again later, when the scan is done.");
          break;
        case WAIVER_ANSWER:
          steps.add(waiverAnswer(refusal.text()));
          break;
        case NO_COMPLIANT_VERSION:
          steps.add("No version is allowed: take another package, or ask the owners of the curation"
              + " policy for a waiver.");
          break;
        default:
          block.policies().forEach(policy -> policy.recommendation().ifPresent(steps::add));
          if (block.waiversAllowed()) {
            steps.add(CurationEvidence.ASK);
          }
      }
    });
    if (steps.isEmpty()) {
      steps.add(
          "Take another version or package, or ask the owners of the curation policy for a waiver.");
    }
    return steps;
  }

  /** What to do after an answer such as {@code 12|pending}. */
  private static String waiverAnswer(String answer) {
    switch (answer.substring(answer.indexOf('|') + 1).strip().toLowerCase(Locale.ROOT)) {
      case "pending":
        return "The waiver request waits for a decision: have it decided, then try again.";
      case "approved":
        return "The waiver request is approved: try again.";
      case "forbidden":
        return "The policy takes no waiver requests: take another version or package, or ask its"
            + " owners for a waiver.";
      default:
        return "The waiver request came to nothing: look at it among Curation's waiver requests.";
    }
  }
}
