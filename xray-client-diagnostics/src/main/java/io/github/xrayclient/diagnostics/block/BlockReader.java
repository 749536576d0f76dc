package io.github.xrayclient.diagnostics.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all refusals of a text. */
final class BlockReader {
  private BlockReader() {}

  static List<BlockedDownload> read(String text) {
    RefusalTexts texts = RefusalTexts.in(text);
    Map<BlockedDownload, BlockedDownload> distinct = new LinkedHashMap<>();
    for (RefusalText candidate : texts.candidates()) {
      for (FoundBlock found : blocks(candidate)) {
        BlockedDownload block = found.block();
        distinct.putIfAbsent(block.toBuilder().text("").build(), block);
      }
    }
    if (distinct.isEmpty()) {
      return List.of(Classification.of(text, texts.messages()));
    }
    return List.copyOf(distinct.values());
  }

  private static List<FoundBlock> blocks(RefusalText candidate) {
    List<FoundBlock> found = new ArrayList<>(XrayMessages.in(candidate));
    // Paths and repositories may be called "curation" or "blocked", so Xray's messages are hidden.
    SearchText rest = candidate.text().without(found);
    found.addAll(CurationMessages.in(rest, candidate));
    found.sort(Comparator.comparingInt(FoundBlock::start));
    return found;
  }
}
