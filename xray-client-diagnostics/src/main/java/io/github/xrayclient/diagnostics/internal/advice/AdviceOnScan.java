package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/** What to do about a rule that blocks while the artifact is not scanned. */
final class AdviceOnScan {
  private AdviceOnScan() {}

  static List<NextStep> steps(Evidence evidence, String server) {
    Optional<ScanState> state = evidence.scan().flatMap(ScanStatus::state);
    Optional<String> command = scanCommand(evidence.facts().asked(), server);
    if (is(ScanState.PENDING, state)) {
      return List.of(NextStep.of(
          Kind.WAIT_FOR_SCAN,
          "The scan is pending: wait for it and try again. Many pending ones are usual after a"
              + " repository was newly indexed; if it takes for hours, check Xray's indexer."));
    }
    if (is(ScanState.FAILED, state)) {
      return List.of(scanAgain(
          command,
          "The scan failed: have the artifact scanned again (POST /xray/api/v2/index), and check"
              + " Xray's indexer."));
    }
    if (is(ScanState.NOT_SUPPORTED, state)) {
      return List.of(NextStep.of(
          Kind.EXCLUDE_FROM_WATCH,
          "Xray cannot scan this kind of file, so it will never count as scanned: exclude it by a"
              + " filter of the watch."));
    }
    if (is(ScanState.NOT_SCANNED, state)) {
      return List.of(scanAgain(
          command,
          "The artifact was never scanned, or its retention period has expired (by default after"
              + " 90 days, after 3 in a repository that is not indexed): have it scanned again"
              + " (POST /xray/api/v2/index), or have the period extended."));
    }
    return List.of(scanAgain(
        command,
        "Check that the artifact has been scanned and that its retention period has not expired;"
            + " a rule on unscanned artifacts blocks until then."));
  }

  private static boolean is(ScanState wanted, Optional<ScanState> state) {
    return state.filter(wanted::equals).isPresent();
  }

  private static NextStep scanAgain(Optional<String> command, String text) {
    return NextStep.builder().kind(Kind.SCAN_AGAIN).text(text).command(command).build();
  }

  private static Optional<String> scanCommand(RequestedArtifact artifact, String server) {
    return artifact.path().map(path -> ShellCommand.scanAgain(server, artifact.repository(), path));
  }
}
