package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ScanStates;
import java.util.List;
import java.util.Optional;

/** What to do about a rule that blocks while the artifact is not scanned. */
final class AdviceOnScan {
  private AdviceOnScan() {}

  static List<NextStep> steps(Evidence evidence, String server) {
    Optional<ScanState> state = evidence.scan().flatMap(ScanStatus::state);
    Optional<String> command = evidence
        .scanLocation()
        .map(location -> ShellCommand.scanAgain(server, location.repository(), location.path()));
    if (state.filter(ScanStates::isUnderWay).isPresent()) {
      return underWay(is(ScanState.PARTIAL, state), command);
    }
    if (is(ScanState.FAILED, state)) {
      return List.of(scanAgain(
          command,
          "Have the artifact scanned again (POST /xray/api/v2/index), and check Xray's indexer. The"
              + " last scan of the artifact failed."));
    }
    if (is(ScanState.NOT_SUPPORTED, state)) {
      return List.of(NextStep.of(
          Kind.EXCLUDE_FROM_WATCH,
          "Exclude files of this kind from the watch by a filter. Xray cannot scan them, so they"
              + " never count as scanned."));
    }
    if (is(ScanState.NOT_SCANNED, state)) {
      return List.of(scanAgain(
          command,
          "Have the artifact scanned again (POST /xray/api/v2/index), or have its retention period"
              + " extended. The artifact was never scanned, or its retention period has expired ("
              + retention(evidence) + ")."));
    }
    return List.of(scanAgain(
        command,
        "Check that the artifact has been scanned and that its retention period has not expired. A"
            + " rule on unscanned artifacts blocks the download until it is scanned."));
  }

  private static List<NextStep> underWay(boolean isPartial, Optional<String> command) {
    NextStep wait = NextStep.of(
        Kind.WAIT_FOR_SCAN,
        "Wait for the pending scan of the artifact, then try the download again. Scans may take"
            + " longer while Xray indexes a repository for the first time. If the scan takes"
            + " hours, check Xray's indexer.");
    return isPartial
        ? List.of(
            wait,
            scanAgain(
                command,
                "If the scan stays incomplete, have the artifact scanned again (POST"
                    + " /xray/api/v2/index). So far, only a part of its scan is complete."))
        : List.of(wait);
  }

  private static String retention(Evidence evidence) {
    return evidence
        .retentionDays()
        .map(days -> days + " days according to the settings of the repository")
        .orElse("by default 90 days, or 3 days in a repository that is not indexed");
  }

  private static boolean is(ScanState wanted, Optional<ScanState> state) {
    return state.filter(wanted::equals).isPresent();
  }

  private static NextStep scanAgain(Optional<String> command, String text) {
    return NextStep.builder().kind(Kind.SCAN_AGAIN).text(text).command(command).build();
  }
}
