package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.answer.Classification;
import io.github.xrayclient.diagnostics.internal.refusal.audit.AuditRecords;
import io.github.xrayclient.diagnostics.internal.refusal.request.RefusedAddresses;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import io.github.xrayclient.diagnostics.internal.refusal.words.CurationMessages;
import io.github.xrayclient.diagnostics.internal.refusal.words.XrayMessages;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.error.XrayApiException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds all blocked downloads in a text, or classifies a text that contains none. */
public final class BlockReader {
  /** The number of characters of a body that an {@link XrayApiException} keeps. */
  private static final int KEPT = 8_192;

  private BlockReader() {}

  public static List<BlockedDownload> read(String text) {
    TextSplitter texts = split(LogText.of(text).text(), false);
    DistinctBlocks distinct = new DistinctBlocks();
    LineCounter lines = new LineCounter(text, 0, 1);
    find(texts).forEach(found -> distinct.add(found.block(), lines.at(found.start())));
    return distinct.isEmpty()
        ? List.of(Classification.of(text, texts.messages()).block(text))
        : distinct.blocks();
  }

  public static List<BlockedDownload> read(XrayApiException refusal) {
    boolean isCut = refusal.body().length() >= KEPT;
    String text = isCut && !refusal.messages().isEmpty()
        ? String.join("\n", refusal.messages())
        : refusal.body();
    return read(text).stream()
        .map(block -> block.toBuilder()
            .kind(
                block.kind() == BlockedDownload.Kind.UNKNOWN
                    ? Classification.of(refusal.statusCode(), text)
                    : block.kind())
            .address(refusal.uri().toString())
            .status(refusal.statusCode())
            .build())
        .map(block -> withoutReason(block).orElse(block))
        .collect(Collectors.toUnmodifiableList());
  }

  /** The refusal by the status 403 alone, if nothing else is known and the address names a repository. */
  private static Optional<BlockedDownload> withoutReason(BlockedDownload block) {
    boolean hasNoReason = block.kind() == BlockedDownload.Kind.UNKNOWN
        && block.status().filter(status -> status == 403).isPresent();
    return block
        .address()
        .filter(address -> hasNoReason)
        .flatMap(address -> RefusedAddresses.of(address, block.text()));
  }

  /** Splits a text into the pieces that may contain messages. */
  static TextSplitter split(String text, boolean continued) {
    return TextSplitter.of(
        text,
        continued,
        piece -> XrayMessages.mentionedIn(piece.text()) || CurationMessages.mentionedIn(piece),
        AuditRecords::read);
  }

  /**
   * Finds all blocks with the positions of their messages, in the order of the text. Messages inside a
   * JSON object, and the records of an audit, have the position of that object.
   */
  static List<LocatedBlock> find(TextSplitter texts) {
    List<LocatedBlock> found = new ArrayList<>(texts.recorded());
    for (TextPiece candidate : texts.candidates()) {
      blocks(candidate).forEach(block -> found.add(candidate.inSearchedText(block)));
    }
    found.sort(Comparator.comparingInt(LocatedBlock::start));
    return found;
  }

  private static List<LocatedBlock> blocks(TextPiece candidate) {
    List<LocatedBlock> found = new ArrayList<>(XrayMessages.in(candidate));
    // A path or repository may contain the words of Curation, so Xray's messages are left out here.
    SearchableText rest = candidate.text().without(found);
    found.addAll(CurationMessages.in(rest, candidate));
    found.sort(Comparator.comparingInt(LocatedBlock::start));
    return found;
  }
}
