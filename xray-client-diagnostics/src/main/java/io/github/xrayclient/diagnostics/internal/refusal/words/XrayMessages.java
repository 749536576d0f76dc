package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds Xray's messages: {@code Artifact download request rejected: PATH was not downloaded due to
 * the download blocking policy configured in Xray for REPOSITORY.} The first or the last part may
 * be missing, because people and tools cut it off. In answers of another Artifactory, the sentence
 * begins with {@code The request to download the artifact was rejected} and ends with {@code
 * configured at URL.}
 */
public final class XrayMessages {
  private static final List<String> REJECTED = List.of(
      "artifact download request rejected", "request to download the artifact was rejected");
  private static final List<String> CONFIGURED = List.of(
      "download blocking policy configured in xray", "download blocking policy configured at ");
  private static final int LONGEST = 8_192; // the length of a message, most of which is the path
  private static final int NEAR = 500; // the distance within which sentences belong together

  private static final int NONE = -1;

  private final SearchableText text;
  private final WordPositions rejected;
  private final WordPositions rejectedElsewhere;
  private final WordPositions configured;
  private final WordPositions configuredElsewhere;
  private final WordPositions colon;
  private final WordPositions notDownloaded;
  private final WordPositions policy;
  private final XrayMessageReader reader;

  /** The end of the line of the message before, if the message stops there; otherwise {@link #NONE}. */
  private int openEnd = NONE;

  private XrayMessages(TextPiece source) {
    this.text = source.text();
    this.rejected = WordPositions.of(REJECTED.get(0), text.folded());
    this.rejectedElsewhere = WordPositions.of(REJECTED.get(1), text.folded());
    this.configured = WordPositions.of(CONFIGURED.get(0), text.folded());
    this.configuredElsewhere = WordPositions.of(CONFIGURED.get(1), text.folded());
    this.colon = WordPositions.of("rejected:", text.folded());
    this.notDownloaded = WordPositions.of("was not downloaded", text.folded());
    this.policy = WordPositions.of("download blocking policy", text.folded());
    this.reader = new XrayMessageReader(source, this::next);
  }

  public static boolean mentionedIn(SearchableText text) {
    String folded = text.folded();
    return REJECTED.stream().anyMatch(folded::contains)
        || CONFIGURED.stream().anyMatch(folded::contains);
  }

  /** The messages in a text, in their order; they do not overlap. */
  public static List<LocatedBlock> in(TextPiece source) {
    return mentionedIn(source.text()) ? new XrayMessages(source).all() : List.of();
  }

  private List<LocatedBlock> all() {
    List<LocatedBlock> found = new ArrayList<>();
    int from = 0;
    while (next(from) != WordPositions.NONE) {
      int beginning = beginning(from);
      int next = Math.min(beginning, configured(from));
      Optional<LocatedBlock> message =
          next == beginning ? whole(beginning) : withoutBeginning(from, next);
      message.ifPresent(found::add);
      from = message.map(LocatedBlock::end).orElse(next + 1);
    }
    return found;
  }

  /** The position of the next words by which a message is found. */
  private int next(int from) {
    return Math.min(beginning(from), configured(from));
  }

  private int beginning(int from) {
    return Math.min(rejected.from(from), rejectedElsewhere.from(from));
  }

  private int configured(int from) {
    return Math.min(configured.from(from), configuredElsewhere.from(from));
  }

  private Optional<LocatedBlock> whole(int start) {
    int behind = start + (rejected.from(start) == start ? rejected : rejectedElsewhere).length();
    boolean hasPath = behind < text.length() && text.charAt(behind) == ':';
    int longest = behind + (hasPath ? LONGEST : NEAR);
    int limit = Math.min(Math.min(beginning(behind), text.length()), longest);
    int end = isInterleaved(start, behind, limit) ? -1 : policy(behind, limit);
    boolean isSentence = end >= 0 || notDownloaded.from(behind) < limit;
    boolean isShort = !isSentence
        && policy.from(behind) < Math.min(limit, behind + NEAR)
        && !QuotedWords.areInCode(start, behind, text);
    boolean isTold =
        (isSentence || isShort) ? !isQuotedPart(start, behind) : reader.isCutOff(start, behind);
    if (!isTold) {
      return Optional.empty();
    }
    int pathLimit = end < 0 ? text.lineEnd(behind, limit) : end;
    openEnd = end < 0 ? pathLimit : NONE;
    return reader.read(start, hasPath ? behind + 1 : -1, pathLimit, behind, end);
  }

  /**
   * Whether the line before ends inside another message, and so does this line. Then the lines of
   * two builds alternate, and it is not known which of them names the repository of which message.
   */
  private boolean isInterleaved(int start, int behind, int limit) {
    boolean isBehindOpen = openEnd != NONE && text.lineStart(start, openEnd) <= openEnd + 1;
    return isBehindOpen && policy(behind, text.lineEnd(behind, limit)) < 0;
  }

  /** Whether the words are in quotation marks, without the rest of their sentence. */
  private boolean isQuotedPart(int start, int behind) {
    return QuotedWords.areEnclosed(start, behind, text)
        || (behind < text.length()
            && text.charAt(behind) == ':'
            && text.charAt(Math.max(0, start - 1)) != '`'
            && QuotedWords.areEnclosed(start, behind + 1, text));
  }

  /**
   * The position at which the message names the policy; negative if it does not. A position after
   * {@code was not downloaded} is preferred, because a path may contain these words.
   */
  private int policy(int from, int limit) {
    int first = configured(from);
    int position = first;
    while (position < limit && notDownloaded.lastWithin(from, position) < 0) {
      position = configured(position + 1);
    }
    return position < limit ? position : first < limit ? first : -1;
  }

  private Optional<LocatedBlock> withoutBeginning(int from, int policy) {
    int before = colon.lastWithin(Math.max(from, policy - LONGEST), policy);
    int start = before < 0 ? policy : before;
    int pathStart = before < 0 ? -1 : before + colon.length();
    return reader.read(start, pathStart, policy, policy, policy);
  }
}
