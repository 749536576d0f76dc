package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do about a refusal that no watch can cause. */
final class AdviceOnRefusal {
  private AdviceOnRefusal() {}

  static List<NextStep> steps(BlockedDownload refusal) {
    switch (refusal.kind()) {
      case XRAY_UNAVAILABLE:
        return List.of(
            NextStep.of(
                Kind.CHECK_XRAY,
                "Artifactory could not reach Xray, so no policy decided: check that Xray is up."),
            NextStep.of(
                Kind.CHECK_ARTIFACTORY_SETTINGS,
                "An administrator can allow downloads while Xray is unavailable"
                    + " (xrayAllowWhenUnavailable)."));
      case CURATION_BLOCK:
        return curation(refusal);
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return List.of(NextStep.of(
            Kind.ASK_ABOUT_MEMBERS,
            "A virtual repository may answer 404 for a block of one of its members: ask about the"
                + " members."));
      case PERMISSION:
        return List.of(NextStep.of(
            Kind.CHECK_PERMISSIONS,
            "This is no block by a policy: check the user's permissions on the repository."));
      case SUSPENDED:
        return List.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "Logging in is suspended for up to a minute after wrong passwords: wait, then correct"
                + " the credentials."));
      case AUTH:
        return List.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "The credentials are missing, wrong or expired: correct them."));
      case PROXY:
        return List.of(NextStep.of(
            Kind.CHECK_PROXY,
            "A web page came in place of the server's answer: look at the proxy or gateway."));
      default:
        return List.of(
            NextStep.builder()
                .kind(Kind.FIND_SERVER_ANSWER)
                .text(
                    "The text says nothing about a block: look for the server's whole answer, which build tools"
                        + " often hide (curl -i on the refused address shows it), or ask by repository and"
                        + " path.")
                .command(refusal.address().map(ShellCommand::download))
                .build(),
            NextStep.of(
                Kind.ASK_ABOUT_MEMBERS,
                "A version or file that is said to be missing may be blocked, too: Curation can take"
                    + " versions out of lists, and a virtual repository may answer 404 for a block of one of"
                    + " its members."));
    }
  }

  private static List<NextStep> curation(BlockedDownload refusal) {
    List<NextStep> steps = new ArrayList<>();
    refusal.curation().ifPresent(block -> {
      switch (block.reason()) {
        case NOT_IN_CATALOG:
          steps.add(NextStep.of(
              Kind.WAIT_FOR_CATALOG,
              "This is temporary: try again later; the catalog may take hours to learn of a new"
                  + " package."));
          break;
        case ON_DEMAND_SCAN_PENDING:
          steps.add(NextStep.of(
              Kind.WAIT_FOR_SCAN, "This is temporary: try again later, when the scan is done."));
          break;
        case WAIVER_ANSWER:
          steps.add(waiverAnswer(refusal.text()));
          break;
        case NO_COMPLIANT_VERSION:
          steps.add(NextStep.of(
              Kind.CHANGE_VERSION,
              "No version is allowed: take another package, or ask the owners of the curation"
                  + " policy for a waiver."));
          break;
        default:
          block
              .policies()
              .forEach(policy -> policy
                  .recommendation()
                  .ifPresent(text -> steps.add(NextStep.of(Kind.FOLLOW_RECOMMENDATION, text))));
          if (block.waiversAllowed()) {
            steps.add(NextStep.of(Kind.REQUEST_WAIVER, "Ask for a waiver: the policy allows it."));
          }
      }
    });
    if (steps.isEmpty()) {
      steps.add(
          NextStep.of(
              Kind.CHANGE_VERSION,
              "Take another version or package, or ask the owners of the curation policy for a waiver."));
    }
    return steps;
  }

  /** What to do after an answer such as {@code 12|pending}. */
  private static NextStep waiverAnswer(String answer) {
    switch (answer.substring(answer.indexOf('|') + 1).strip().toLowerCase(Locale.ROOT)) {
      case "pending":
        return NextStep.of(
            Kind.DECIDE_WAIVER_REQUEST,
            "The waiver request waits for a decision: have it decided, then try again.");
      case "approved":
        return NextStep.of(Kind.RETRY, "The waiver request is approved: try again.");
      case "forbidden":
        return NextStep.of(
            Kind.ASK_POLICY_OWNERS,
            "The policy takes no waiver requests: take another version or package, or ask its"
                + " owners for a waiver.");
      default:
        return NextStep.of(
            Kind.CHECK_WAIVER_REQUEST,
            "The waiver request came to nothing: look at it among Curation's waiver requests.");
    }
  }
}
