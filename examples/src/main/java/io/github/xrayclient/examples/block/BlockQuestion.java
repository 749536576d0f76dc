package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.examples.cli.LogFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for what to explain: an artifact, a message, or every refusal in a log. */
final class BlockQuestion {
  @ArgGroup(exclusive = false)
  ArtifactOptions artifact;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "The text of the refusal, such as the error message of a build tool or"
          + " the body of a 403 response.")
  String message;

  @Option(
      names = "--message-file",
      paramLabel = "FILE",
      description =
          "A file with the text of one or more refusals, such as a build log of any size, or - for"
              + " standard input.")
  String messageFile;

  /** Explains all of it with one read of policies and watches. Reports how much a log contains. */
  List<BlockExplanation> ask(BlockedDownloads downloads, Consumer<String> listener)
      throws IOException {
    if (artifact != null) {
      return List.of(downloads.explain(artifact.artifact()));
    }
    if (message != null) {
      return downloads.explain(notBlank("--message", message));
    }
    List<BlockedDownload> log = LogFile.read(notBlank("--message-file", messageFile));
    long blocks = log.stream().mapToLong(refusal -> refusal.count().orElse(0L)).sum();
    listener.accept(
        "Refusals in the log: " + blocks + ", distinct: " + (blocks == 0 ? 0 : log.size()) + ".");
    return downloads.explain(log);
  }

  private static String notBlank(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " is blank; give the text of the refusal");
    }
    return value;
  }
}
