package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The messages of Xray and Curation in a log, by their lines. Immutable. */
final class MessageLines {
  private static final int NEARBY = 100; // messages that are compared for one answer

  private final NavigableMap<Long, List<BlockedDownload>> byLine;

  MessageLines(List<BlockedDownload> messages) {
    this.byLine = messages.stream()
        .collect(Collectors.groupingBy(
            message -> message.line().orElse(0L), TreeMap::new, Collectors.toList()));
  }

  /**
   * Whether an answer is what a tool writes around a message near it, because it names the artifact
   * of the message. Docker, for example, writes {@code pull access denied for IMAGE} before each
   * message.
   */
  boolean isAround(BlockedDownload answer, long distance) {
    long line = answer.line().orElse(0L);
    return byLine.subMap(line - distance, true, line + distance, true).values().stream()
        .flatMap(Collection::stream)
        .limit(NEARBY)
        .anyMatch(message -> SameArtifact.isNamed(message, answer));
  }
}
