package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPositions;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds Xray's messages: {@code Artifact download request rejected: PATH was not downloaded due to the
 * download blocking policy configured in Xray for REPOSITORY.} The first or the last part may be missing,
 * because people and tools cut it off.
 */
public final class XrayMessages {
  private static final String REJECTED = "artifact download request rejected";
  private static final String CONFIGURED = "download blocking policy configured in xray";
  private static final int LONGEST = 8_192; // the length of a message, most of which is the path
  private static final int NEAR = 500; // the distance within which sentences belong together

  private final TextPiece source;
  private final SearchableText text;
  private final WordPositions rejected;
  private final WordPositions configured;
  private final WordPositions colon;
  private final WordPositions notDownloaded;
  private final WordPositions unavailable;

  private XrayMessages(TextPiece source) {
    this.source = source;
    this.text = source.text();
    this.rejected = WordPositions.of(REJECTED, text.folded());
    this.configured = WordPositions.of(CONFIGURED, text.folded());
    this.colon = WordPositions.of("rejected:", text.folded());
    this.notDownloaded = WordPositions.of(" was not downloaded", text.folded());
    this.unavailable = WordPositions.of("xray is unavailable", text.folded());
  }

  public static boolean mentionedIn(SearchableText text) {
    return text.folded().contains(REJECTED) || text.folded().contains(CONFIGURED);
  }

  /** The messages in a text, in their order; they do not overlap. */
  public static List<LocatedBlock> in(TextPiece source) {
    return mentionedIn(source.text()) ? new XrayMessages(source).all() : List.of();
  }

  private List<LocatedBlock> all() {
    List<LocatedBlock> found = new ArrayList<>();
    int from = 0;
    while (next(from) != WordPositions.NONE) {
      LocatedBlock message = rejected.from(from) <= configured.from(from)
          ? whole(rejected.from(from))
          : withoutBeginning(from, configured.from(from));
      found.add(message);
      from = message.end();
    }
    return found;
  }

  private int next(int from) {
    return Math.min(rejected.from(from), configured.from(from));
  }

  private LocatedBlock whole(int start) {
    int behind = start + rejected.length();
    boolean hasPath = behind < text.length() && text.charAt(behind) == ':';
    int longest = behind + (hasPath ? LONGEST : NEAR);
    int limit = Math.min(Math.min(rejected.from(behind), text.length()), longest);
    int policy = policy(behind, limit);
    int pathLimit = policy < 0 ? text.lineEnd(behind, limit) : policy;
    return read(start, hasPath ? behind + 1 : -1, pathLimit, behind, policy);
  }

  /**
   * The position at which the message names the policy; negative if it does not. A position after
   * {@code was not downloaded} is preferred, because a path may contain these words.
   */
  private int policy(int from, int limit) {
    int first = configured.from(from);
    int policy = first;
    while (policy < limit && notDownloaded.lastWithin(from, policy) < 0) {
      policy = configured.from(policy + 1);
    }
    return policy < limit ? policy : first < limit ? first : -1;
  }

  private LocatedBlock withoutBeginning(int from, int policy) {
    int before = colon.lastWithin(Math.max(from, policy - LONGEST), policy);
    int start = before < 0 ? policy : before;
    int pathStart = before < 0 ? -1 : before + colon.length();
    return read(start, pathStart, policy, policy, policy);
  }

  /**
   * Reads one message.
   *
   * @param pathStart the position of the path, negative if the message has no path
   * @param pathLimit the position before which the path ends with {@code was not downloaded}
   * @param least the position at which the message ends at the earliest
   * @param policy the position at which the message names the policy, negative if it does not
   */
  private LocatedBlock read(int start, int pathStart, int pathLimit, int least, int policy) {
    int pathEnd = pathStart < 0 ? -1 : notDownloaded.lastWithin(pathStart, pathLimit);
    int end = Math.max(least, pathEnd < 0 ? 0 : pathEnd + notDownloaded.length());
    Optional<String> repository = Optional.empty();
    if (policy >= 0) {
      end = policy + configured.length();
      if (text.folded().startsWith(" for ", end)) {
        RepositoryKeyReader key = RepositoryKeyReader.at(end + " for ".length(), text);
        repository = key.value();
        end = key.end();
      }
    }
    int sentence = unavailable.from(end);
    boolean isUnavailable = sentence < Math.min(next(end), end + NEAR);
    end = isUnavailable ? sentence + unavailable.length() : end;
    int quoted = repository.isPresent() || isUnavailable ? end : endOfLine(end);
    BlockedDownload block = BlockedDownload.builder()
        .kind(
            isUnavailable ? BlockedDownload.Kind.XRAY_UNAVAILABLE : BlockedDownload.Kind.XRAY_BLOCK)
        .repository(
            repository.or(() -> source.detail("repository")).or(() -> source.detail("repo")))
        .path(pathEnd < 0 ? Optional.empty() : notEmpty(text.between(pathStart, pathEnd)))
        .text(text.quote(start, quoted))
        .build();
    return new LocatedBlock(start, end, block);
  }

  private int endOfLine(int end) {
    return text.lineEnd(end, Math.min(Math.min(next(end), text.length()), end + LONGEST));
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
