package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.call.AddressCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about a refusal of which only the status is known. */
final class AdviceWithoutReason {
  private AdviceWithoutReason() {}

  static List<NextStep> steps(BlockedDownload refusal, String server, boolean wasAskedAgain) {
    Optional<URI> address = refusal.address().flatMap(AdviceWithoutReason::parsed);
    boolean isOfServer =
        address.filter(url -> AddressCall.isSameOrigin(URI.create(server), url)).isPresent();
    List<NextStep> steps = new ArrayList<>();
    if (wasAskedAgain) {
      steps.add(NextStep.of(
          Kind.FIND_SERVER_ANSWER,
          "Find the refusal in Artifactory's logs (artifactory-request.log and"
              + " artifactory-service.log), because the response of the server gives no reason."));
    } else {
      if (isOfServer && refusal.repository().isPresent()) {
        steps.add(NextStep.of(
            Kind.ASK_AGAIN,
            "Ask the server for this download again to learn its own words: explain with --ask-again on"
                + " the command line, or with askAgain() in Java."));
      }
      steps.add(AdviceOnRefusal.findAnswer(
          refusal,
          "The status 403 alone does not tell whether Xray, Curation or a missing permission is the"
              + " reason."));
    }
    AdviceOnTool.step(refusal).filter(step -> !wasAskedAgain).ifPresent(steps::add);
    if (address.isPresent() && !isOfServer) {
      steps.add(NextStep.of(
          Kind.COMPARE_ARTIFACTORY_INSTANCES,
          "Check whether " + origin(address.get()) + ", which refused the download, belongs to the"
              + " platform that was asked, " + server + ". If not, ask that platform instead."));
    }
    steps.add(NextStep.of(
        Kind.CHECK_PERMISSIONS, "Check the permissions of the build's user on the repository."));
    return steps;
  }

  static List<NextStep> allowedNow() {
    return List.of(
        NextStep.of(
            Kind.RETRY,
            "Try the download again, because the server allowed it when it was asked again."),
        NextStep.of(
            Kind.CHECK_PERMISSIONS,
            "If the build is still refused, check the permissions of its user on the repository. The"
                + " user that was used to ask may download the file."));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(URI.create(address)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty(); // the advice is then given without it
    }
  }
}
