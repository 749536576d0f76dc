package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Curation's messages. The usual one is {@code Package NAME:VERSION download was blocked by
 * JFrog Packages Curation service due to …}. Others are {@code All versions blocked} with a policy,
 * the last part of the usual sentence, and the short forms that {@link ShortCurationMessage}
 * recognizes.
 */
public final class CurationMessages {
  private static final String SERVICE = "jfrog packages curation";
  private static final Pattern CUT_NAME =
      Pattern.compile("(.*?)\\s*(?:\\.\\.\\.|\u2026)?[\"'\\s]*");
  private static final int NEAR = 300;
  private static final int NAME_OF_SERVICE = 60;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_LINE = 1_000; // of a short form
  private static final int LONGEST = 65_536;

  private final TextPiece source;
  private final SearchableText text;
  private final WordPositions curation;
  private final WordPositions service;
  private final WordPositions sentence;
  private final WordPositions violated;
  private final WordPositions allVersions;
  private final WordPositions packageWord;

  /** The end of the last line with a sentence into which a program would put the values. */
  private int templateEnd;

  /** The end of the last line that was found to be no short form. */
  private int notShort;

  private CurationMessages(SearchableText text, TextPiece source) {
    this.source = source;
    this.text = text;
    this.curation = WordPositions.of("curation", text.folded());
    this.service = WordPositions.of(SERVICE, text.folded());
    this.sentence = WordPositions.of("download was blocked by ", text.folded());
    this.violated = WordPositions.of("policies violated {", text.folded());
    this.allVersions = WordPositions.of("all versions blocked", text.folded());
    this.packageWord = WordPositions.of("package ", text.folded());
  }

  /** Whether the text may contain a message. */
  public static boolean mentionedIn(TextPiece source) {
    String folded = source.text().folded();
    return folded.contains("all versions blocked")
        || folded.contains("policies violated {")
        || folded.contains("download was blocked by ")
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
      Optional<LocatedBlock> message = at(from, at);
      message.ifPresent(found::add);
      from = message.map(LocatedBlock::end).orElse(from);
      at = next(Math.max(from, at + 1));
    }
    return found;
  }

  /** The position of the next words by which a message may be found. */
  private int next(int from) {
    int usual = Math.min(curation.from(from), sentence.from(from));
    return Math.min(usual, Math.min(allVersions.from(from), violated.from(from)));
  }

  /**
   * The message that is found by the words at a position.
   *
   * @param from the end of the message before
   */
  private Optional<LocatedBlock> at(int from, int at) {
    if (allVersions.from(at) == at) {
      int behind = at + allVersions.length();
      return text.opensGroup(behind)
          ? Optional.of(message(from, at, behind).limit(nextStart(behind)).read())
          : Optional.empty();
    }
    if (violated.from(at) == at) { // the words before it were cut off
      return at < templateEnd || QuotedWords.areInCode(at, at + violated.length(), text)
          ? Optional.empty()
          : message(from, lineStart(from, at), at + violated.length() - 1)
              .limit(nextStart(at + violated.length()))
              .readWithPolicies();
    }
    if (sentence.from(at) == at) {
      return cutInName(from, at);
    }
    int behind = at + curation.length();
    int sentenceStart = sentence.lastWithin(Math.max(from, at - NAME_OF_SERVICE), at);
    if (sentenceStart >= 0) {
      return named(from, sentenceStart, behind);
    }
    if (isService(at) && CurationSentence.hasKnownReason(behind, text)) {
      return Optional.of(
          message(from, lineStart(from, at), behind).limit(nextStart(behind)).read());
    }
    return at < notShort ? Optional.empty() : shortForm(from, at);
  }

  private Optional<LocatedBlock> shortForm(int from, int at) {
    int lineEnd = text.lineEnd(at, Math.min(text.length(), at + LONGEST_LINE));
    boolean hasSentence = sentence.from(at) < lineEnd
        || violated.from(at) < lineEnd
        || (service.from(at) < lineEnd && allVersions.from(at) < lineEnd);
    int start = lineStart(from, at);
    if (hasSentence || !new ShortCurationMessage(source, text).isAt(start, at, lineEnd)) {
      notShort = hasSentence ? notShort : lineEnd;
      return Optional.empty();
    }
    return Optional.of(message(from, start, at).limit(lineEnd).toLimit().read());
  }

  private Optional<LocatedBlock> named(int from, int sentenceStart, int behind) {
    int start = packageBefore(sentenceStart, Math.max(from, sentenceStart - LONGEST_NAME));
    int nameStart = Math.min(start + packageWord.length(), sentenceStart);
    PackageCoordinates coordinates =
        PackageCoordinates.parse(text.between(nameStart, sentenceStart));
    if (coordinates.isOfProgram()) {
      templateEnd = text.lineEnd(behind, Math.min(text.length(), behind + LONGEST_LINE));
      return Optional.empty();
    }
    boolean isMessage = coordinates.name().isPresent()
        || CurationSentence.isComplete(start, sentenceStart, behind, text);
    return isMessage
        ? Optional.of(message(from, start, behind)
            .coordinates(coordinates, nameStart)
            .limit(nextStart(behind))
            .read())
        : Optional.empty();
  }

  /** The message of which the end of the name of the service is missing, with all that is behind it. */
  private Optional<LocatedBlock> cutInName(int from, int sentenceStart) {
    int behind = sentenceStart + sentence.length();
    int lineEnd = text.lineEnd(behind, Math.min(text.length(), behind + NAME_OF_SERVICE));
    Matcher name = CUT_NAME.matcher(text.folded().substring(behind, lineEnd));
    boolean isCut = name.matches() && SERVICE.startsWith(name.group(1));
    return isCut ? named(from, sentenceStart, lineEnd) : Optional.empty();
  }

  private CurationMessageReader message(int from, int start, int behind) {
    return new CurationMessageReader(text, source, lineStart(from, start), start, behind);
  }

  /** Whether the word at this position ends the name of the service. */
  private boolean isService(int at) {
    int end = at + curation.length();
    return service.lastWithin(at - service.length(), end) >= 0
        || text.folded().startsWith(" service", end);
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
