package io.github.xrayclient.diagnostics.block;

import java.util.Locale;
import java.util.regex.Pattern;

/** The answer to a waiver request sent along with a download, such as {@code 12|pending}. */
final class WaiverAnswer {
  private static final int LONGEST = 100;
  private static final Pattern ANSWER =
      Pattern.compile("[^\\s|]+\\|(?:pending|approved|forbidden|error|denied|rejected)");

  private WaiverAnswer() {}

  /** Whether the whole text is such an answer. */
  static boolean isIn(RefusalText source) {
    return source.isWhole()
        && (source.field().isEmpty() || source.field().equals("message"))
        && source.text().length() <= LONGEST
        && ANSWER.matcher(source.text().folded().strip()).matches();
  }

  /** What to do after an answer. */
  static String advice(String answer) {
    switch (answer.substring(answer.indexOf('|') + 1).strip().toLowerCase(Locale.ROOT)) {
      case "pending":
        return "The waiver request waits for a decision: have it decided, then try again.";
      case "approved":
        return "The waiver request is approved: try again.";
      case "forbidden":
        return "The policy takes no waiver requests: take another version or package, or ask its"
            + " owners for a waiver.";
      default:
        return "The waiver request came to nothing: look at it among Curation's waiver requests.";
    }
  }

  static FoundBlock read(RefusalText source) {
    SearchText text = source.text();
    BlockedDownload block = BlockedDownload.builder()
        .kind(BlockKind.CURATION_BLOCK)
        .curation(CurationRefusal.builder()
            .reason(CurationReason.WAIVER_ANSWER)
            .waiversAllowed(false)
            .build())
        .text(text.quote(0, text.length()))
        .build();
    return new FoundBlock(0, text.length(), block);
  }
}
