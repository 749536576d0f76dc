package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.block.BlockExplanation;
import io.github.xrayclient.diagnostics.block.BlockKind;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.LoggedBlock;
import io.github.xrayclient.diagnostics.block.RefusalLog;
import io.github.xrayclient.diagnostics.block.RequestedArtifact;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the watches, policies and rules behind a "403: Artifact download request rejected". */
@Command(
    name = "explain",
    description = "Says why a download is refused; exit code 1 if a cause was found.")
final class ExplainBlockedDownload implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  Question question;

  @Mixin
  ServerOptions server;

  @Mixin
  ResultOptions result;

  static final class Question {
    @ArgGroup(exclusive = false)
    Artifact artifact;

    @Option(names = "--message", paramLabel = "TEXT", description = "What the server said.")
    String message;

    @Option(
        names = "--message-file",
        paramLabel = "FILE",
        description = "A file with what the server said, such as a build log; - is standard input.")
    String messageFile;
  }

  static final class Artifact {
    @Option(names = "--repo", paramLabel = "KEY", required = true, description = "A repository.")
    String repository;

    @Option(names = "--path", paramLabel = "PATH", description = "A path inside the repository.")
    String path;
  }

  @Override
  public Integer call() throws Exception {
    List<LoggedBlock> log = question.messageFile == null ? List.of() : read(question.messageFile);
    List<BlockExplanation> explanations;
    try (Server connected = server.connect()) {
      BlockedDownloads downloads = BlockedDownloads.of(connected.xray());
      if (server.project != null) {
        downloads = downloads.projectKey(server.project);
      }
      if (question.artifact != null) {
        explanations = List.of(downloads.explain(requested(question.artifact)));
      } else if (question.message != null) {
        explanations = downloads.explain(question.message);
      } else {
        explanations = downloads.explainAll(log);
      }
    }
    result.write(result.isJson() ? JsonReport.of(explanations) : TextReport.of(explanations));
    return explanations.stream().anyMatch(ExplainBlockedDownload::hasCause) ? 1 : 0;
  }

  private List<LoggedBlock> read(String file) throws IOException {
    List<LoggedBlock> log =
        file.equals("-") ? RefusalLog.read(System.in) : RefusalLog.read(Path.of(file));
    long blocks = log.stream().mapToLong(LoggedBlock::count).sum();
    long distinct = blocks == 0 ? 0 : log.size();
    result
        .command
        .commandLine()
        .getErr()
        .println(blocks + " blocks found, " + distinct + " distinct.");
    return log;
  }

  private static RequestedArtifact requested(Artifact artifact) {
    return RequestedArtifact.builder()
        .repository(artifact.repository)
        .path(Optional.ofNullable(artifact.path))
        .build();
  }

  private static boolean hasCause(BlockExplanation explanation) {
    return !explanation.causes().isEmpty()
        || explanation.kind().filter(BlockKind.CURATION_BLOCK::equals).isPresent()
        || explanation.kind().filter(BlockKind.XRAY_UNAVAILABLE::equals).isPresent();
  }
}
