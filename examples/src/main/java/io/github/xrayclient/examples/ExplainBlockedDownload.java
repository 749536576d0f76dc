package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names the watches, policies and rules behind a "403: Artifact download request rejected". */
@Command(
    name = "explain",
    description = "Says why a download is refused; exit code 10 if a cause was found.")
final class ExplainBlockedDownload implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  BlockQuestion question;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ReportOptions report;

  @Override
  public Integer call() throws Exception {
    server.refuseSecondUse(question.messageFile);
    List<BlockExplanation> explanations;
    try (Server connected = server.connect()) {
      BlockedDownloads downloads = BlockedDownloads.of(connected.xray());
      if (server.project != null) {
        downloads = downloads.inProject(server.project);
      }
      explanations = question.ask(downloads, report::say);
    }
    report.write(explanations);
    if (explanations.stream().anyMatch(ExplainBlockedDownload::hasCause)) {
      return ExitCode.FOUND;
    }
    return explanations.stream().allMatch(this::isAllClear) ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Finding no cause says nothing if policies or watches could not be read. */
  private boolean isAllClear(BlockExplanation explanation) {
    explanation.notChecked().stream()
        .filter(NotChecked::mayHideCauses)
        .map(NotChecked::sentence)
        .forEach(report::say);
    return explanation.isComplete();
  }

  private static boolean hasCause(BlockExplanation explanation) {
    return !explanation.causes().isEmpty()
        || explanation.refusal().filter(ExplainBlockedDownload::isCause).isPresent();
  }

  private static boolean isCause(BlockedDownload refusal) {
    return refusal.kind() == BlockedDownload.Kind.CURATION_BLOCK
        || refusal.kind() == BlockedDownload.Kind.XRAY_UNAVAILABLE;
  }
}
