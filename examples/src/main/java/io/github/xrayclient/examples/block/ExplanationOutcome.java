package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.examples.cli.ExitCode;
import java.util.List;
import java.util.function.Consumer;

/** Tells by the exit code whether causes were found, and whether any may have been missed. */
final class ExplanationOutcome {
  private ExplanationOutcome() {}

  /** Returns the exit code. If a cause may be missing, tells the listener what could not be read. */
  static int exitCode(List<BlockExplanation> explanations, Consumer<String> listener) {
    if (explanations.stream().anyMatch(ExplanationOutcome::hasCause)) {
      return ExitCode.FOUND;
    }
    explanations.stream()
        .flatMap(explanation -> explanation.missingRepository().stream())
        .map(MissingRepository::sentence)
        .forEach(listener);
    explanations.stream()
        .filter(explanation -> !explanation.isComplete())
        .flatMap(explanation -> explanation.notChecked().stream())
        .filter(entry -> entry.mayHideCauses() || entry.what() == NotChecked.Subject.PACKAGE_STATUS)
        .map(NotChecked::sentence)
        .forEach(listener);
    boolean isComplete = explanations.stream().allMatch(BlockExplanation::isComplete);
    return isComplete ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean hasCause(BlockExplanation explanation) {
    return !explanation.causes().isEmpty()
        || explanation.refusal().filter(ExplanationOutcome::isCause).isPresent()
        || explanation.curation().filter(ExplanationOutcome::isBlockedNow).isPresent();
  }

  private static boolean isCause(BlockedDownload refusal) {
    return refusal.kind() == BlockedDownload.Kind.CURATION_BLOCK
        || refusal.kind() == BlockedDownload.Kind.XRAY_UNAVAILABLE;
  }

  private static boolean isBlockedNow(CurationRefusal curation) {
    return curation.findings().stream()
        .map(CurationFinding::kind)
        .anyMatch(kind -> kind == CurationFinding.Kind.BLOCKED_NOW
            || kind == CurationFinding.Kind.BLOCKED_IN_SOME_REPOSITORIES_NOW);
  }
}
