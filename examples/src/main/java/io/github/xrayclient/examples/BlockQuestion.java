package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is to be explained: an artifact, a message, or every refusal in a log. */
final class BlockQuestion {
  @ArgGroup(exclusive = false)
  Artifact artifact;

  @Option(names = "--message", paramLabel = "TEXT", description = "What the server said.")
  String message;

  @Option(
      names = "--message-file",
      paramLabel = "FILE",
      description = "A file with what the server said, such as a build log; - is standard input.")
  String messageFile;

  static final class Artifact {
    @Option(names = "--repo", paramLabel = "KEY", required = true, description = "A repository.")
    String repository;

    @Option(names = "--path", paramLabel = "PATH", description = "A path inside the repository.")
    String path;
  }

  /** Asks with one read of the server, and tells how much was found in a log. */
  List<BlockExplanation> ask(BlockedDownloads downloads, Consumer<String> tell) throws IOException {
    if (artifact != null) {
      return List.of(downloads.explain(RequestedArtifact.builder()
          .repository(artifact.repository)
          .path(Optional.ofNullable(artifact.path))
          .build()));
    }
    if (message != null) {
      return downloads.explain(given("--message", message));
    }
    List<BlockedDownload> log = LogFile.read(given("--message-file", messageFile));
    long blocks = log.stream().mapToLong(refusal -> refusal.count().orElse(0L)).sum();
    tell.accept("Blocks found: " + blocks + ", distinct: " + (blocks == 0 ? 0 : log.size()) + ".");
    return downloads.explain(log);
  }

  private static String given(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " is blank; give what the server said");
    }
    return value;
  }
}
