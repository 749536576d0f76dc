package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do about a refusal by Curation. */
final class AdviceOnCuration {
  private AdviceOnCuration() {}

  static List<NextStep> steps(BlockedDownload refusal) {
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
