package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
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

  /** Refuses --ask-again for an artifact, which was not refused. */
  void refuseWithoutText(boolean askAgain) {
    if (askAgain && artifact != null) {
      throw new IllegalArgumentException(
          "--ask-again cannot be used with --repo, because it requests"
              + " the downloads that a text shows as refused; use --message or --message-file, or leave"
              + " --ask-again out");
    }
  }

  /** Explains what would block the artifact, from an exported directory. */
  BlockExplanation ask(BlockIndex index) {
    if (artifact == null) {
      throw new IllegalArgumentException(
          "--from cannot be used with --message or --message-file, because only a server knows what"
              + " was refused; use --repo, or leave --from out");
    }
    return index.explain(artifact.artifact());
  }

  /** Explains all of it with one read of policies and watches. Reports how much a log contains. */
  List<BlockExplanation> ask(BlockedDownloads downloads, Consumer<String> listener)
      throws IOException {
    if (artifact != null) {
      return List.of(downloads.explain(artifact.artifact()));
    }
    RefusalLog log = message == null
        ? LogFile.read(notBlank("--message-file", messageFile))
        : RefusalLog.parse(notBlank("--message", message));
    List<BlockedDownload> refusals = log.refusals();
    if (refusals.isEmpty()) {
      listener.accept(
          "The text shows no refused download that can be recognized, so the server was not asked.");
    } else if (message == null) {
      long count =
          refusals.stream().mapToLong(refusal -> refusal.count().orElse(0L)).sum();
      listener.accept("Refusals in the log: " + count + ", distinct: " + refusals.size() + ".");
    }
    return downloads.explain(log);
  }

  private static String notBlank(String option, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " is blank; give the text of the refusal");
    }
    return value;
  }
}
