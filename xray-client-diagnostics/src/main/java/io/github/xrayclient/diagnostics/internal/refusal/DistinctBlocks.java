package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the distinct blocks of a log, in the order of first occurrence. Blocks that differ only in their
 * text count as one.
 */
final class DistinctBlocks {
  private final Map<BlockedDownload, Entry> entries = new LinkedHashMap<>();

  void add(BlockedDownload block, long line) {
    entries.computeIfAbsent(block.toBuilder().text("").build(), key -> new Entry(block, line))
        .count++;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The blocks without count and line, for a text that has no lines. */
  List<BlockedDownload> blocks() {
    return entries.values().stream()
        .map(entry -> entry.block)
        .collect(Collectors.toUnmodifiableList());
  }

  List<BlockedDownload> counted() {
    return entries.values().stream().map(Entry::counted).collect(Collectors.toUnmodifiableList());
  }

  private static final class Entry {
    private final BlockedDownload block;
    private final long line;
    private long count;

    Entry(BlockedDownload block, long line) {
      this.block = block;
      this.line = line;
    }

    BlockedDownload counted() {
      return block.toBuilder().count(count).line(line).build();
    }
  }
}
