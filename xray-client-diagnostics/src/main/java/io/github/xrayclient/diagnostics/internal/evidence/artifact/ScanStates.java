package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.artifact.ScanState;
import java.util.Set;

/** What the states of a scan mean for rules that block until the scan is done. */
public final class ScanStates {
  private static final Set<ScanState> UNDER_WAY =
      Set.of(ScanState.PENDING, ScanState.SCANNING, ScanState.PARTIAL);

  private static final Set<ScanState> WITHOUT_RESULT =
      Set.of(ScanState.NOT_SCANNED, ScanState.NOT_SUPPORTED, ScanState.FAILED);

  private ScanStates() {}

  public static boolean isDone(ScanState state) {
    return state.equals(ScanState.DONE);
  }

  /** Whether the scan certainly is not done: every known state but {@link ScanState#DONE}. */
  public static boolean isUnfinished(ScanState state) {
    return isUnderWay(state) || WITHOUT_RESULT.contains(state);
  }

  /** Whether the scan is to be done, or to be completed, without anybody's help. */
  public static boolean isUnderWay(ScanState state) {
    return UNDER_WAY.contains(state);
  }
}
