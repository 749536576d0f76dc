package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.regex.Pattern;

/** Recognizes the answer to a waiver request that is sent with a download: {@code 12|pending}. */
final class WaiverRequestAnswer {
  private static final int LONGEST = 100;
  private static final Pattern ANSWER =
      Pattern.compile("[^\\s|]+\\|(?:pending|approved|forbidden|error|denied|rejected)");

  private WaiverRequestAnswer() {}

  /** Whether the whole text is such an answer. */
  static boolean isIn(TextPiece source) {
    return source.isWhole()
        && (source.field().isEmpty() || source.field().equals("message"))
        && source.text().length() <= LONGEST
        && ANSWER.matcher(source.text().folded().strip()).matches();
  }

  static LocatedBlock read(TextPiece source) {
    SearchableText text = source.text();
    BlockedDownload block = BlockedDownload.builder()
        .kind(BlockedDownload.Kind.CURATION_BLOCK)
        .curation(CurationRefusal.builder()
            .reason(CurationRefusal.Reason.WAIVER_ANSWER)
            .waiversAllowed(false)
            .build())
        .text(text.quote(0, text.length()))
        .build();
    return new LocatedBlock(0, text.length(), block);
  }
}
