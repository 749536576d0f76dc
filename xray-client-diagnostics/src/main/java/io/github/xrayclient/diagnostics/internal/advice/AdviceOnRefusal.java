package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do about a refusal that does not come from a watch. */
final class AdviceOnRefusal {
  private AdviceOnRefusal() {}

  /** The step to find the complete response, and why it is needed. */
  static NextStep findAnswer(BlockedDownload refusal, String because) {
    return NextStep.builder()
        .kind(Kind.FIND_SERVER_ANSWER)
        .text("Find the complete response of the server, which build tools often hide (curl -i with"
            + " the refused address shows it). " + because)
        .command(refusal.address().map(ShellCommand::download))
        .build();
  }

  static List<NextStep> steps(BlockedDownload refusal) {
    switch (refusal.kind()) {
      case XRAY_UNAVAILABLE:
        return AdviceOnAvailability.steps(XrayAvailability.builder().build());
      case CURATION_BLOCK:
        return curation(refusal);
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return List.of(NextStep.of(
            Kind.ASK_ABOUT_MEMBERS,
            "If the repository is virtual, ask about each of its members. If it is a smart remote of"
                + " another Artifactory, ask that one. Both may answer 404 if the download is blocked in"
                + " a member or in the other Artifactory."));
      case PERMISSION:
        return List.of(
            NextStep.of(Kind.CHECK_PERMISSIONS, "Check the user's permissions on the repository."));
      case SUSPENDED:
        return List.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "Wait for a minute, and correct the credentials. After wrong passwords the server"
                + " refuses logins for up to a minute."));
      case AUTH:
        return List.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "Correct the credentials, which are missing, wrong or expired."));
      case PROXY:
        return List.of(NextStep.of(
            Kind.CHECK_PROXY,
            "Check the proxy or gateway in front of the server. It seems to have answered instead of"
                + " the server, because the response is a web page."));
      default:
        return List.of(
            findAnswer(
                refusal,
                "This text does not tell why a download was refused, or whether one was refused. You"
                    + " can also ask by repository and path."),
            NextStep.of(
                Kind.ASK_ABOUT_MEMBERS,
                "If the text reports a missing version or file, check whether it is blocked. Curation"
                    + " can remove versions from listings, and a virtual repository may answer 404 if"
                    + " the download is blocked in one of its members."));
    }
  }

  private static List<NextStep> curation(BlockedDownload refusal) {
    List<NextStep> steps = new ArrayList<>();
    refusal.curation().ifPresent(block -> {
      switch (block.reason()) {
        case NOT_IN_CATALOG:
          steps.add(NextStep.of(
              Kind.WAIT_FOR_CATALOG,
              "Try the download again later. The catalog does not know the package yet, and it may"
                  + " take hours until it contains a new package."));
          break;
        case ON_DEMAND_SCAN_PENDING:
          steps.add(NextStep.of(
              Kind.WAIT_FOR_SCAN,
              "Try the download again later, when Curation has finished scanning the package."));
          break;
        case WAIVER_ANSWER:
          steps.add(waiverAnswer(refusal.text()));
          break;
        case NO_COMPLIANT_VERSION:
          steps.add(NextStep.of(
              Kind.CHANGE_VERSION,
              "Use another package, because every version of this one is blocked, or ask the owners"
                  + " of the curation policy for a waiver."));
          break;
        default:
          block
              .policies()
              .forEach(policy -> policy
                  .recommendation()
                  .ifPresent(text -> steps.add(NextStep.of(Kind.FOLLOW_RECOMMENDATION, text))));
          if (block.waiversAllowed()) {
            steps.add(NextStep.of(
                Kind.REQUEST_WAIVER, "Request a waiver. The policy accepts waiver requests."));
          }
      }
    });
    if (steps.isEmpty()) {
      steps.add(
          NextStep.of(
              Kind.CHANGE_VERSION,
              "Use another version or package, or ask the owners of the curation policy for a waiver."));
    }
    return steps;
  }

  /** What to do after an answer such as {@code 12|pending}. */
  private static NextStep waiverAnswer(String answer) {
    switch (answer.substring(answer.indexOf('|') + 1).strip().toLowerCase(Locale.ROOT)) {
      case "pending":
        return NextStep.of(
            Kind.DECIDE_WAIVER_REQUEST,
            "Have the pending waiver request decided, then try the download again.");
      case "approved":
        return NextStep.of(
            Kind.RETRY, "Try the download again, because the waiver request is approved.");
      case "forbidden":
        return NextStep.of(
            Kind.ASK_POLICY_OWNERS,
            "Use another version or package, or ask the owners of the curation policy for a waiver,"
                + " because the policy does not accept waiver requests.");
      default:
        return NextStep.of(
            Kind.CHECK_WAIVER_REQUEST,
            "Check the waiver request in Curation. It failed or was rejected.");
    }
  }
}
