package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about a download that was refused because Artifactory could not reach Xray. */
final class AdviceOnAvailability {
  private AdviceOnAvailability() {}

  static List<NextStep> steps(XrayAvailability xray) {
    List<NextStep> steps = new ArrayList<>();
    boolean answers = xray.reachable().orElse(false);
    if (xray.enabled().equals(Optional.of(false))) {
      steps.add(NextStep.of(
          Kind.RETRY,
          "Try the download again. According to its settings, Artifactory no longer uses Xray."));
    } else if (answers) {
      steps.add(NextStep.of(
          Kind.RETRY,
          "Try the download again, because Xray answers now (GET /xray/api/v1/system/ping)."));
    }
    steps.add(NextStep.of(
        Kind.CHECK_XRAY,
        (answers
                ? "Check that Xray is running all the time, and that Artifactory can reach it, if the"
                    + " download is still refused."
                : "Check that Xray is running.")
            + " Artifactory refused the download because it could not reach Xray, not because of a"
            + " policy."
            + xray.problem()
                .map(text -> " Xray does not answer now either: " + text + ".")
                .orElse("")));
    steps.add(NextStep.of(Kind.CHECK_ARTIFACTORY_SETTINGS, settings(xray)));
    return steps;
  }

  private static String settings(XrayAvailability xray) {
    if (xray.allowedWhenUnavailable().isEmpty()) {
      return "Check Artifactory's setting xrayAllowWhenUnavailable, with which an administrator can"
          + " allow downloads while Xray is unavailable.";
    }
    return xray.allowedWhenUnavailable().get()
        ? "Check Artifactory's log. Its setting xrayAllowWhenUnavailable allows downloads while Xray"
            + " is unavailable, so the download should not have been refused, unless the setting was"
            + " changed since then."
        : "Check Artifactory's setting xrayAllowWhenUnavailable. It is off, so Artifactory refuses"
            + " downloads while Xray is unavailable. An administrator can switch it on, which also"
            + " lets through artifacts that a policy would block.";
  }
}
