package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPositions;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds Curation's messages. The usual one is {@code Package NAME:VERSION download was blocked by
 * JFrog Packages Curation service due to …}. Others are recognized by {@code curation} near {@code
 * blocked} or {@code on-demand} on one line, or by {@code All versions blocked} with a policy.
 */
public final class CurationMessages {
  private static final int NEAR = 300;
  private static final int NAME_OF_SERVICE = 60;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_LINE = 4_096; // of a message that is recognized by single words
  private static final int LONGEST = 65_536;

  private final TextPiece source;
  private final SearchableText text;
  private final WordPositions curation;
  private final WordPositions service;
  private final WordPositions sentence;
  private final WordPositions blocked;
  private final WordPositions onDemand;
  private final WordPositions allVersions;
  private final WordPositions packageWord;

  private CurationMessages(SearchableText text, TextPiece source) {
    this.source = source;
    this.text = text;
    this.curation = WordPositions.of("curation", text.folded());
    this.service = WordPositions.of("jfrog packages curation", text.folded());
    this.sentence = WordPositions.of("download was blocked by ", text.folded());
    this.blocked = WordPositions.of("blocked", text.folded());
    this.onDemand = WordPositions.of("on-demand", text.folded());
    this.allVersions = WordPositions.of("all versions blocked", text.folded());
    this.packageWord = WordPositions.of("package ", text.folded());
  }

  /** Whether the text may contain a message. */
  public static boolean mentionedIn(TextPiece source) {
    String folded = source.text().folded();
    return folded.contains("jfrog packages curation")
        || folded.contains("all versions blocked")
        || (folded.contains("curation")
            && (folded.contains("blocked") || folded.contains("on-demand")))
        || WaiverRequestAnswer.isIn(source);
  }

  /**
   * The messages in a text, in their order; they do not overlap.
   *
   * @param text the text of {@code source} without the messages that were already found
   */
  public static List<LocatedBlock> in(SearchableText text, TextPiece source) {
    if (WaiverRequestAnswer.isIn(source)) {
      return List.of(WaiverRequestAnswer.read(source));
    }
    return mentionedIn(source) ? new CurationMessages(text, source).all() : List.of();
  }

  private List<LocatedBlock> all() {
    List<LocatedBlock> found = new ArrayList<>();
    int from = 0;
    int at = next(0);
    while (at != WordPositions.NONE) {
      int behind = at + curation.length();
      if (allVersions.from(at) == at) {
        behind = at + allVersions.length();
        if (text.opensGroup(behind)) {
          found.add(message(from, at, behind).limit(nextStart(behind)).read());
        }
      } else if (isNamed(at)) {
        found.add(named(from, at, behind));
      } else if (isHinted(from, at)) {
        int lineEnd = text.lineEnd(at, Math.min(text.length(), at + LONGEST_LINE));
        found.add(
            message(from, lineStart(from, at), at).limit(lineEnd).toLimit().read());
      }
      from = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
      at = next(Math.max(from, behind));
    }
    return found;
  }

  private int next(int from) {
    return Math.min(curation.from(from), allVersions.from(from));
  }

  private LocatedBlock named(int from, int at, int behind) {
    int sentenceStart = sentenceBefore(at);
    if (sentenceStart < from) {
      return message(from, lineStart(from, at), behind).limit(nextStart(behind)).read();
    }
    int start = packageBefore(sentenceStart, Math.max(from, sentenceStart - LONGEST_NAME));
    return message(from, start, behind)
        .coordinates(Math.min(start + packageWord.length(), sentenceStart), sentenceStart)
        .limit(nextStart(behind))
        .read();
  }

  private CurationMessageReader message(int from, int start, int behind) {
    return new CurationMessageReader(text, source, lineStart(from, start), start, behind);
  }

  /** Whether the text names Curation as the service that blocks, by name or in the usual sentence. */
  private boolean isNamed(int at) {
    return service.lastWithin(at - service.length(), at + curation.length()) >= 0
        || sentenceBefore(at) >= 0;
  }

  private int sentenceBefore(int at) {
    return sentence.lastWithin(at - NAME_OF_SERVICE, at);
  }

  private boolean isHinted(int from, int at) {
    int lineEnd = text.lineEnd(at, Math.min(text.length(), at + NEAR));
    boolean hinted = blocked.from(lineStart(from, at)) < lineEnd || onDemand.from(at) < lineEnd;
    // The word may be the name of a logger or package, with the sentence after it on the line.
    return hinted && service.from(at) >= lineEnd && sentence.from(at) >= lineEnd;
  }

  private int lineStart(int from, int at) {
    return text.lineStart(at, Math.max(from, at - NEAR));
  }

  /** The position at which the next message begins, or the end of the searched part. */
  private int nextStart(int behind) {
    int next = sentence.from(behind);
    int start = next == WordPositions.NONE
        ? next
        : packageBefore(next, Math.max(behind, next - LONGEST_NAME));
    int lineEnd = text.lineEnd(behind, Math.min(text.length(), behind + NEAR));
    // On the line of this message, "all versions blocked" is a part of its reason.
    int other = Math.min(service.from(behind), allVersions.from(lineEnd));
    return Math.min(Math.min(start, other), Math.min(text.length(), behind + LONGEST));
  }

  /** The position of the word that begins the sentence, or of the sentence if the word is missing. */
  private int packageBefore(int sentenceStart, int lowest) {
    int start = packageWord.lastWithin(lowest, sentenceStart);
    boolean isWord =
        start >= 0 && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    return isWord ? start : sentenceStart;
  }
}
