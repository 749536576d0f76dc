package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of servers in a log. Those that name an artifact are counted; the others are kept one
 * by one, because each may belong to another request, up to a limit. Not thread-safe.
 */
final class AnswersOfLog {
  private static final int MOST = 20_000; // answers that are kept one by one

  private final DistinctBlocks named = new DistinctBlocks();
  private final List<BlockedDownload> unnamed = new ArrayList<>();
  private final DistinctBlocks further = new DistinctBlocks();

  void add(BlockedDownload answer, long line) {
    if (answer.path().isPresent()) {
      named.add(answer, line);
    } else if (unnamed.size() < MOST) {
      unnamed.add(answer.toBuilder().count(1L).line(line).build());
    } else {
      further.add(answer, line);
    }
  }

  /** The answers that name a path, each distinct one once. */
  List<BlockedDownload> named() {
    return named.counted();
  }

  /** The answers that name no path. Those that are about credentials come last. */
  List<BlockedDownload> unnamed() {
    List<BlockedDownload> all = new ArrayList<>(unnamed);
    all.addAll(further.counted());
    all.sort(Comparator.comparing(answer -> answer.kind() == Kind.AUTH));
    return all;
  }

  /** Counts answers of one kind and repository as one. */
  static List<BlockedDownload> merged(List<BlockedDownload> answers) {
    Map<List<Object>, BlockedDownload> byKind = new LinkedHashMap<>();
    for (BlockedDownload answer : answers) {
      byKind.merge(List.of(answer.kind(), answer.repository()), answer, AnswersOfLog::withLater);
    }
    return List.copyOf(byKind.values());
  }

  private static BlockedDownload withLater(BlockedDownload first, BlockedDownload later) {
    return first.toBuilder()
        .status(first.status().or(later::status))
        .address(first.address().or(later::address))
        .count(first.count().orElse(0L) + later.count().orElse(0L))
        .build();
  }
}
