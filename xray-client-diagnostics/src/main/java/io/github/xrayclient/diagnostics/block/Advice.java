package io.github.xrayclient.diagnostics.block;

import java.util.ArrayList;
import java.util.List;

/** What was not looked at, and what to do next. */
final class Advice {
  private static final String VIOLATIONS =
      "Violations were not searched, so no cause is confirmed.";
  private static final String SCAN =
      "The artifact's scan status was not asked for, so a rule on unscanned artifacts may not be at"
          + " work.";
  private static final String REPOSITORY =
      "The repository was not looked up in Artifactory, so its class, package type or project is not"
          + " known.";
  private static final String NO_PATH = "No path is known, so filters on it were left open.";

  private Advice() {}

  /** The explanation with what is to be said of every one that was found by watches. */
  static BlockExplanation complete(BlockExplanation found, RequestedArtifact artifact) {
    List<String> notChecked = new ArrayList<>(found.notChecked());
    notChecked.add(VIOLATIONS);
    notChecked.add(SCAN);
    if (artifact.repositoryClass().isEmpty()
        || artifact.packageType().isEmpty()
        || artifact.projectKey().isEmpty()) {
      notChecked.add(REPOSITORY);
    }
    if (artifact.path().isEmpty()) {
      notChecked.add(NO_PATH);
    }
    return found.toBuilder()
        .notChecked(notChecked)
        .nextSteps(found.causes().isEmpty() ? withoutCause(found) : withCauses(found))
        .build();
  }

  /** The explanation of a refusal behind which no watch is looked for. */
  static BlockExplanation withoutWatches(BlockedDownload refusal) {
    return BlockExplanation.builder()
        .kind(refusal.kind())
        .repository(refusal.repository())
        .path(refusal.path())
        .curation(refusal.curation())
        .nextSteps(steps(refusal))
        .build();
  }

  private static List<String> withCauses(BlockExplanation found) {
    List<String> steps = new ArrayList<>();
    if (has(found, Trigger.UNSCANNED)) {
      steps.add(
          "Check that the artifact has been scanned and that its retention period has not expired;"
              + " a rule on unscanned artifacts blocks until then.");
    }
    if (has(found, Trigger.VIOLATION)) {
      steps.add(
          "Look at the artifact's violations in the named watch: take a version without them, or"
              + " have the rule changed or an ignore rule made.");
    }
    if (found.causes().stream().anyMatch(cause -> cause.rule().isEmpty())) {
      steps.add("Ask again with the right to read the policies that could not be read.");
    }
    if (found.causes().size() > 1) {
      steps.add("Each cause blocks by itself, so look at all of them.");
    }
    return steps;
  }

  private static List<String> withoutCause(BlockExplanation found) {
    List<String> steps = new ArrayList<>();
    steps.add(
        "Try the download again in five minutes: Artifactory remembers verdicts for a while after a"
            + " policy or watch was changed.");
    steps.add(
        "Ask with credentials that see all watches and policies, and with the project's key if the"
            + " repository is in a project.");
    if (!found.ruledOut().isEmpty()) {
      steps.add("Look at the watches that were ruled out: was one of them changed a moment ago?");
    }
    steps.add(
        "If the repository is a smart remote, the refusal may come from the other Artifactory: ask"
            + " there.");
    return steps;
  }

  private static boolean has(BlockExplanation found, Trigger trigger) {
    return found.causes().stream()
        .anyMatch(cause -> cause.trigger().filter(trigger::equals).isPresent());
  }

  private static List<String> steps(BlockedDownload refusal) {
    switch (refusal.kind()) {
      case XRAY_BLOCK:
        return List.of(
            "The message does not name the repository: ask for it, or look at the server's answer or"
                + " Artifactory's log, which hold the whole sentence.");
      case XRAY_UNAVAILABLE:
        return List.of(
            "Artifactory could not reach Xray, so no policy decided: check that Xray is up.",
            "An administrator can allow downloads while Xray is unavailable.");
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
            "The text says nothing about a block: look for the server's whole answer, or ask by"
                + " repository and path.");
    }
  }

  private static List<String> curation(BlockedDownload refusal) {
    List<String> steps = new ArrayList<>();
    refusal.curation().ifPresent(block -> {
      switch (block.reason()) {
        case NOT_IN_CATALOG:
        case ON_DEMAND_SCAN_PENDING:
          steps.add("This is temporary: try again later.");
          break;
        default:
          block.policies().forEach(policy -> policy.recommendation().ifPresent(steps::add));
          if (block.waiversAllowed()) {
            steps.add("Ask for a waiver: the policy allows it.");
          }
      }
    });
    if (steps.isEmpty()) {
      steps.add(
          "Take another version or package, or ask the owners of the curation policy for a waiver.");
    }
    return steps;
  }
}
