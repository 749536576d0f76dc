package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.List;
import java.util.Optional;

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
        return AdviceOnCuration.steps(refusal);
      default:
        return ofKind(refusal.kind()).map(List::of).orElseGet(() -> unknown(refusal));
    }
  }

  /** The step after a refusal whose kind alone tells what to do; empty for other kinds. */
  private static Optional<NextStep> ofKind(BlockedDownload.Kind kind) {
    switch (kind) {
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return Optional.of(NextStep.of(
            Kind.ASK_ABOUT_MEMBERS,
            "If the repository is virtual, ask about each of its members. If it is a smart remote of"
                + " another Artifactory, ask that one. Both may answer 404 if the download is blocked in"
                + " a member or in the other Artifactory."));
      case PERMISSION:
        return Optional.of(
            NextStep.of(Kind.CHECK_PERMISSIONS, "Check the user's permissions on the repository."));
      case SUSPENDED:
        return Optional.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "Wait for a minute, and correct the credentials. After wrong passwords the server"
                + " refuses logins for up to a minute."));
      case AUTH:
        return Optional.of(NextStep.of(
            Kind.CORRECT_CREDENTIALS,
            "Correct the credentials, which are missing, wrong or expired."));
      case PROXY:
        return Optional.of(NextStep.of(
            Kind.CHECK_PROXY,
            "Check the proxy or gateway in front of the server. It seems to have answered instead of"
                + " the server, because the response is a web page."));
      default:
        return Optional.empty();
    }
  }

  private static List<NextStep> unknown(BlockedDownload refusal) {
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
