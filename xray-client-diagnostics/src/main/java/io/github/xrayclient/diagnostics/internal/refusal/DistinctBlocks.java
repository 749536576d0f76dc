package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the distinct blocks of a log, in the order of first occurrence. Copies of one refusal
 * count as one, which has the values of the fullest copy: copies that differ in their text only,
 * that tools spell in other letters, or that were cut off. A block that names no artifact is a copy
 * of one that is near it and does.
 */
final class DistinctBlocks {
  private static final long NEAR = 40; // the distance in lines within which copies belong together
  private static final int REMEMBERED =
      64; // blocks before, among which the one of a copy is looked for

  private final Map<BlockedDownload, Entry> entries = new LinkedHashMap<>();
  private final Deque<Occurrence> named = new ArrayDeque<>();
  private final Deque<Occurrence> unnamed = new ArrayDeque<>();

  /** Adds a block of the log. Blocks are added in the order of their lines. */
  void add(BlockedDownload block, long line) {
    BlockedDownload key = block.toBuilder().text("").build();
    Entry entry = entries.get(key);
    if (entry == null) {
      entry = new Entry(block, line);
      entries.put(key, entry);
    }
    entry.count(line);
    Occurrence occurrence = new Occurrence(entry, line);
    if (BlockCopies.isNamed(block)) {
      unnamed.removeIf(other -> other.line < line - NEAR);
      takeCopies(occurrence);
      remember(occurrence, named);
    } else if (BlockCopies.isUnnamed(block)) {
      named.removeIf(other -> other.line < line - NEAR);
      Optional<Occurrence> whole = nearest(block);
      whole.ifPresent(of -> of.entry.take(occurrence));
      if (whole.isEmpty()) {
        remember(occurrence, unnamed);
      }
    }
  }

  List<BlockedDownload> counted() {
    return merged().stream().map(Entry::counted).collect(Collectors.toUnmodifiableList());
  }

  private static void remember(Occurrence occurrence, Deque<Occurrence> among) {
    among.addLast(occurrence);
    if (among.size() > REMEMBERED) {
      among.removeFirst();
    }
  }

  private Optional<Occurrence> nearest(BlockedDownload copy) {
    Iterator<Occurrence> before = named.descendingIterator();
    while (before.hasNext()) {
      Occurrence occurrence = before.next();
      if (BlockCopies.isCopy(copy, occurrence.entry.block)) {
        return Optional.of(occurrence);
      }
    }
    return Optional.empty();
  }

  private void takeCopies(Occurrence whole) {
    unnamed.removeIf(copy -> {
      boolean isCopy = BlockCopies.isCopy(copy.entry.block, whole.entry.block);
      if (isCopy) {
        whole.entry.take(copy);
      }
      return isCopy;
    });
  }

  /** The entries that are left when copies of one refusal are put together. */
  private List<Entry> merged() {
    Map<String, List<Entry>> sameArtifact = new HashMap<>();
    List<Entry> left = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.count > 0) {
        Entry own = new Entry(entry);
        left.add(own);
        BlockCopies.artifact(own.block)
            .ifPresent(artifact ->
                sameArtifact.computeIfAbsent(artifact, key -> new ArrayList<>()).add(own));
      }
    }
    sameArtifact.values().forEach(DistinctBlocks::merge);
    return left.stream()
        .filter(entry -> entry.count > 0)
        .sorted(Comparator.comparingLong(entry -> entry.line))
        .collect(Collectors.toList());
  }

  /** Puts the blocks of one artifact together, each copy into the block whose text continues its own. */
  private static void merge(List<Entry> entries) {
    entries.sort(Comparator.comparing((Entry entry) -> entry.sentence).reversed());
    Entry whole = null;
    for (Entry entry : entries) {
      if (whole != null && whole.sentence.startsWith(entry.sentence)) {
        whole.merge(entry);
      } else {
        whole = entry;
      }
    }
  }

  /** A block at a line. */
  private static final class Occurrence {
    private final Entry entry;
    private final long line;

    Occurrence(Entry entry, long line) {
      this.entry = entry;
      this.line = line;
    }
  }

  private static final class Entry {
    private final String sentence;
    private BlockedDownload block;
    private long line;
    private long count;

    Entry(BlockedDownload block, long line) {
      this.block = block;
      this.line = line;
      this.sentence = BlockCopies.sentence(block);
    }

    Entry(Entry other) {
      this.block = other.block;
      this.line = other.line;
      this.count = other.count;
      this.sentence = other.sentence;
    }

    void count(long at) {
      line = count == 0 ? at : line; // after all occurrences were taken as copies
      count++;
    }

    /** Counts the occurrence of another entry as one of this entry. */
    void take(Occurrence copy) {
      copy.entry.count--;
      count++;
      line = Math.min(line, copy.line);
      block = BlockCopies.fullest(block, copy.entry.block);
    }

    void merge(Entry copy) {
      count += copy.count;
      line = Math.min(line, copy.line);
      block = BlockCopies.fullest(block, copy.block);
      copy.count = 0;
    }

    BlockedDownload counted() {
      return block.toBuilder().count(count).line(line).build();
    }
  }
}
