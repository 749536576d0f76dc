package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPositions;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one message of Xray, whose position in the text is known. */
final class XrayMessageReader {
  private static final String IN_XRAY = "download blocking policy configured in xray";
  private static final String AT_ADDRESS = "download blocking policy configured at ";
  private static final int LONGEST = 8_192;
  private static final int NEAR = 500;

  /** What may stand before the words of a message of which the rest is missing. */
  private static final Pattern BEFORE = Pattern.compile(
      "(?:^|[:\\]>)|=!\u2502\u2503\"] ?|\\S - |\\b(?:403|forbidden|denied|error|err!) )$");

  /** The name of a field of a log line, before the quotation mark of its value. */
  private static final Pattern LOGGED =
      Pattern.compile("\\b(?:msg|message|err|error|reason|desc)[=:]\"$");

  /** What may stand after them. */
  private static final Pattern AFTER = Pattern.compile(
      "(?:[.:]? ?(?:\\.\\.\\.|\u2026|$|[\"'),}\\]<\\\\;]).*|[.:] ?\\S*|: ?\\S+ ?(?:\\.\\.\\.|\u2026)|\\. .*|: ?[^\\s:]*[./][^\\s:]*(?: .*)?)");

  /** How the part before the policy may end in a message of which the beginning is missing. */
  private static final Pattern REASON = Pattern.compile(
      "(?:was not downloaded|downloaded|(?:is|was) blocked|rejected|denied) due to (?:the )?$"
          + "|^\\W*(?:due )?(?:to )?(?:the )?$|(?:\\.\\.\\.|\u2026)[ \\w]*$");

  /** Elisions, links, and bytes that a tool escaped. */
  private static final Pattern IN_NO_PATH =
      Pattern.compile("\u2026|(?:^|/)\\.\\.\\.(?:/|$)|://|\\\\(?:x\\p{XDigit}{2}|[0-3][0-7]{2})");

  private static final Pattern MARKED =
      Pattern.compile("(?<mark>[\"'`]|\\*\\*)(?<path>[^\"'`*]+)\\k<mark>");

  private final TextPiece source;
  private final SearchableText text;
  private final IntUnaryOperator next;
  private final WordPositions notDownloaded;
  private final WordPositions unavailable;

  /**
   * A reader.
   *
   * @param next the position of the first words of a message that is not before the given position
   */
  XrayMessageReader(TextPiece source, IntUnaryOperator next) {
    this.source = source;
    this.text = source.text();
    this.next = next;
    this.notDownloaded = WordPositions.of(" was not downloaded", text.folded());
    this.unavailable = WordPositions.of("xray is unavailable", text.folded());
  }

  /** Whether the words between two positions are a message of which the rest was cut off. */
  boolean isCutOff(int start, int behind) {
    return Character.isUpperCase(text.charAt(start))
        && !QuotedWords.areName(source.field())
        && standsAlone(start, behind)
        && !QuotedWords.areIn(start, behind, text);
  }

  private boolean standsAlone(int start, int behind) {
    int lineStart = text.lineStart(start, Math.max(0, start - NEAR));
    String before = text.folded().substring(lineStart, start);
    int lineEnd = text.lineEnd(behind, Math.min(text.length(), behind + NEAR));
    return BEFORE.matcher(before).find()
        && AFTER.matcher(text.between(behind, lineEnd)).matches()
        && (!QuotedWords.areEnclosed(start, behind, text)
            || LOGGED.matcher(before).find());
  }

  /**
   * Reads one message.
   *
   * @param pathStart the position of the path, negative if the message has no path
   * @param pathLimit the position before which the path ends with {@code was not downloaded}
   * @param least the position at which the message ends at the earliest
   * @param policy the position at which the message names the policy, negative if it does not
   * @return empty if the words are no message
   */
  Optional<LocatedBlock> read(int start, int pathStart, int pathLimit, int least, int policy) {
    int pathEnd = pathStart < 0 ? -1 : notDownloaded.lastWithin(pathStart, pathLimit);
    String path = pathEnd < 0 ? "" : text.between(pathStart, pathEnd);
    int keyStart = startOfKey(policy);
    Optional<RepositoryKeyReader> key =
        keyStart < 0 ? Optional.empty() : Optional.of(RepositoryKeyReader.at(keyStart, text));
    Optional<String> repository =
        key.flatMap(RepositoryKeyReader::value).filter(value -> !Placeholder.isOfPeople(value));
    int afterPath = Math.max(least, pathEnd < 0 ? 0 : pathEnd + notDownloaded.length());
    int end = key.map(RepositoryKeyReader::end)
        .orElseGet(() -> policy < 0 ? afterPath : endOfPolicy(policy));
    boolean isWhole = pathEnd >= 0 || (repository.isPresent() && key.get().endsSentence());
    boolean isMessage = start != policy || isWhole || hasReason(policy);
    boolean isForm =
        Placeholder.isOfPeople(path) && repository.isEmpty() && QuotedWords.areIn(start, end, text);
    boolean isOfProgram =
        Placeholder.isOfProgram(path) || (keyStart >= 0 && Placeholder.isOfProgram(word(keyStart)));
    if (!isMessage || isForm || isOfProgram) {
      return Optional.empty();
    }
    Optional<String> certainPath = Optional.of(path)
        .filter(value -> isPath(value, pathStart, pathEnd))
        .map(XrayMessageReader::withoutMarkup);
    return Optional.of(message(start, end, repository, certainPath));
  }

  /** The position of the repository's key behind the name of the policy; negative if there is none. */
  private int startOfKey(int policy) {
    boolean hasKey = isInXray(policy) && text.folded().startsWith(" for ", endOfPolicy(policy));
    return hasKey ? endOfPolicy(policy) + " for ".length() : -1;
  }

  private boolean isInXray(int policy) {
    return policy >= 0 && text.folded().startsWith(IN_XRAY, policy);
  }

  private int endOfPolicy(int policy) {
    return isInXray(policy) ? policy + IN_XRAY.length() : endOfWord(policy + AT_ADDRESS.length());
  }

  /** A message with what it names, and with the sentence behind it that Xray is unavailable. */
  private LocatedBlock message(
      int start, int endOfWords, Optional<String> repository, Optional<String> path) {
    int sentence = unavailable.from(endOfWords);
    boolean isUnavailable = sentence < Math.min(next.applyAsInt(endOfWords), endOfWords + NEAR);
    int end = isUnavailable ? sentence + unavailable.length() : endOfWords;
    int quoted = repository.isPresent() || isUnavailable ? end : endOfLine(end);
    BlockedDownload block = BlockedDownload.builder()
        .kind(isUnavailable ? Kind.XRAY_UNAVAILABLE : Kind.XRAY_BLOCK)
        .repository(
            repository.or(() -> source.detail("repository")).or(() -> source.detail("repo")))
        .path(path)
        .text(text.quote(start, quoted))
        .build();
    return new LocatedBlock(start, end, block);
  }

  /** Whether the text before the policy tells that a download was refused because of it. */
  private boolean hasReason(int policy) {
    String before =
        text.folded().substring(text.lineStart(policy, Math.max(0, policy - 60)), policy);
    return REASON.matcher(before).find()
        && !QuotedWords.areIn(policy, policy + IN_XRAY.length(), text);
  }

  /** False for a path of which a line end may have cut off a part, and for a writer's placeholder. */
  private boolean isPath(String path, int from, int to) {
    if (path.isEmpty()
        || Placeholder.isOfPeople(path)
        || Placeholder.isMasked(path)
        || IN_NO_PATH.matcher(path).find()) {
      return false;
    }
    int first = from;
    while (first < to && (text.charAt(first) == ' ' || text.charAt(first) == '\n')) {
      first++;
    }
    return text.lineEnd(first, to) == to && !path.startsWith("...") && !path.endsWith("...");
  }

  /** The path without the quotation marks or asterisks with which people mark a value. */
  private static String withoutMarkup(String path) {
    Matcher marked = MARKED.matcher(path);
    return marked.matches() ? marked.group("path") : path;
  }

  private String word(int start) {
    return text.between(start, endOfWord(start)).replaceAll("[.,;:)]+$", "");
  }

  private int endOfWord(int start) {
    int at = start;
    while (at < text.length() && " \n\"'<".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int endOfLine(int end) {
    return text.lineEnd(
        end, Math.min(Math.min(next.applyAsInt(end), text.length()), end + LONGEST));
  }
}
