package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.audit.AuditRecords;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import io.github.xrayclient.diagnostics.internal.refusal.words.CurationMessages;
import io.github.xrayclient.diagnostics.internal.refusal.words.XrayMessages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the messages of Xray and Curation in a text. */
final class BlockReader {
  private BlockReader() {}

  /** Splits a text into the pieces that may contain messages. */
  static TextSplitter split(String text, boolean continued) {
    return TextSplitter.of(
        text,
        continued,
        piece -> XrayMessages.mentionedIn(piece.text()) || CurationMessages.mentionedIn(piece),
        AuditRecords::read);
  }

  /**
   * Finds all blocks with the positions of their messages, in the order of the text. Messages
   * inside a JSON object, and the records of an audit, have the position of that object.
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
