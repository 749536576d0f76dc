package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.LoggedBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts blocks, in order of first appearance; those that differ only in their text are one. */
final class DistinctBlocks {
  private final Map<BlockedDownload, Entry> entries = new LinkedHashMap<>();

  void add(BlockedDownload block, long line) {
    entries.computeIfAbsent(block.toBuilder().text("").build(), key -> new Entry(block, line))
        .count++;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  List<BlockedDownload> blocks() {
    return entries.values().stream()
        .map(entry -> entry.block)
        .collect(Collectors.toUnmodifiableList());
  }

  List<LoggedBlock> logged() {
    List<LoggedBlock> logged = new ArrayList<>();
    for (Entry entry : entries.values()) {
      logged.add(LoggedBlock.builder()
          .block(entry.block)
          .count(entry.count)
          .line(entry.line)
          .build());
    }
    return List.copyOf(logged);
  }

  private static final class Entry {
    private final BlockedDownload block;
    private final long line;
    private long count;

    Entry(BlockedDownload block, long line) {
      this.block = block;
      this.line = line;
    }
  }
}
