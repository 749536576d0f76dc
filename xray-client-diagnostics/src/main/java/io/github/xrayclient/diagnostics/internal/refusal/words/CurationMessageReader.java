package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one message of Curation, whose position in the text is known. */
final class CurationMessageReader {
  private static final int NEAR = 300;

  private final SearchableText text;
  private final TextPiece source;
  private final int lineStart;
  private final int start;
  private final int behind;
  private PackageCoordinates coordinates = PackageCoordinates.none();
  private int nameStart;
  private int limit;
  private boolean toLimit;

  /**
   * Prepares to read a message.
   *
   * @param lineStart the position from which remarks before the message are looked for
   * @param behind the position after the words by which the message was found
   */
  CurationMessageReader(
      SearchableText text, TextPiece source, int lineStart, int start, int behind) {
    this.text = text;
    this.source = source;
    this.lineStart = lineStart;
    this.start = start;
    this.behind = behind;
    this.limit = text.length();
  }

  /** Sets the name and the version of the package, and their position in the message. */
  CurationMessageReader coordinates(PackageCoordinates value, int position) {
    coordinates = value;
    nameStart = position;
    return this;
  }

  /** Sets the position at which the message ends at the latest. */
  CurationMessageReader limit(int position) {
    limit = position;
    return this;
  }

  /** Makes the message extend to its limit. */
  CurationMessageReader toLimit() {
    toLimit = true;
    return this;
  }

  /** Reads the message if it names the policies. */
  Optional<LocatedBlock> readWithPolicies() {
    return Optional.of(read())
        .filter(message -> message
            .block()
            .curation()
            .filter(refusal -> !refusal.policies().isEmpty())
            .filter(
                refusal -> !Placeholder.isOfProgram(refusal.policies().get(0).policy()))
            .isPresent());
  }

  LocatedBlock read() {
    int opening = opening();
    ViolatedPolicyListParser groups =
        new ViolatedPolicyListParser(text, opening < 0 ? limit : opening, limit);
    int tailEnd = opening < 0 ? Math.min(limit, behind + NEAR) : opening;
    int end = opening >= 0 ? behindStop(groups.end()) : text.lineEnd(behind, tailEnd);
    end = toLimit ? limit : end;
    Reason reason = reason(tailEnd, groups.policies());
    List<ViolatedPolicy> policies = groups.policies();
    if (policies.isEmpty() && reason == Reason.UNKNOWN) {
      policies = named(tailEnd);
      reason = policies.isEmpty() ? reason : Reason.POLICY_VIOLATION;
    }
    BlockedDownload block = BlockedDownload.builder()
        .kind(BlockedDownload.Kind.CURATION_BLOCK)
        .curation(CurationRefusal.builder()
            .packageName(coordinates.name())
            .packageVersion(coordinates.version())
            .reason(reason)
            .waiversAllowed(waiversAllowed(end))
            .policies(policies)
            .build())
        .text(text.quote(start, end))
        .build();
    return new LocatedBlock(start, end, block);
  }

  private int behindStop(int position) {
    boolean isStop = position < limit
        && text.charAt(position) == '.'
        && (position + 1 == text.length() || text.charAt(position + 1) != '.');
    return isStop ? position + 1 : position;
  }

  /** The position of the brace that opens the first policy, negative if there is none. */
  private int opening() {
    for (int at = behind; at < Math.min(limit, behind + NEAR); at++) {
      if (text.charAt(at) == '"') { // the string with the message ends here
        return -1;
      }
      if (text.charAt(at) == '{') {
        String between = text.folded().substring(behind, at);
        boolean sameLine = text.lineEnd(behind, at) == at;
        return sameLine || between.contains("violated") ? at : -1;
      }
    }
    return -1;
  }

  private Reason reason(int tailEnd, List<ViolatedPolicy> groups) {
    if (contains("all versions blocked", tailEnd)) {
      return Reason.NO_COMPLIANT_VERSION;
    }
    int end = sentenceEnd(tailEnd);
    // A message may tell both, for a package that is scanned because the catalog does not know it.
    if (contains("on-demand", end)) {
      return Reason.ON_DEMAND_SCAN_PENDING;
    }
    if (contains("not being found", end)) {
      return Reason.NOT_IN_CATALOG;
    }
    return groups.isEmpty() ? Reason.UNKNOWN : Reason.POLICY_VIOLATION;
  }

  /** Whether the message contains these words outside the names of packages and policies. */
  private boolean contains(String words, int end) {
    int headEnd = nameStart > 0 ? nameStart : behind;
    return text.folded().substring(lineStart, headEnd).contains(words)
        || text.folded().substring(behind, end).contains(words);
  }

  /** The end of the sentence with the reason: a full stop before a blank, a quotation mark or the end. */
  private int sentenceEnd(int tailEnd) {
    int reason = text.folded().indexOf(" due to ", behind);
    for (int at = Math.max(behind, reason); at < tailEnd; at++) {
      boolean isStop = text.charAt(at) == '.'
          && (at + 1 == text.length() || " \n\"'<\\".indexOf(text.charAt(at + 1)) >= 0);
      if (isStop) {
        return at;
      }
    }
    return tailEnd;
  }

  private boolean waiversAllowed(int end) {
    boolean nextIsNear = limit < text.length() && limit <= end + NEAR;
    // A remark before the next message, on the line of that message, belongs to that message.
    int windowEnd = nextIsNear ? text.lineStart(limit, end) : Math.min(limit, end + NEAR);
    return text.folded().substring(lineStart, windowEnd).contains("[waivers allowed]");
  }

  /** The policy in a sibling field of the message, or else in quotes in the message. */
  private List<ViolatedPolicy> named(int tailEnd) {
    Optional<String> policy = source.beside("policy").or(() -> quoted(tailEnd));
    return policy.stream().map(this::withFields).collect(Collectors.toUnmodifiableList());
  }

  private ViolatedPolicy withFields(String policy) {
    Optional<String> condition = source.beside("condition");
    Optional<String> explanation = source.beside("explanation");
    Optional<String> recommendation = source.beside("recommendation");
    return ViolatedPolicy.builder()
        .policy(policy)
        .condition(condition)
        .explanation(explanation)
        .recommendation(recommendation)
        .raw(Stream.of(Optional.of(policy), condition, explanation, recommendation)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")))
        .build();
  }

  private Optional<String> quoted(int tailEnd) {
    String tail = text.between(behind, text.lineEnd(behind, tailEnd));
    String before = "due to policy '";
    int from = tail.indexOf(before);
    int to = tail.lastIndexOf('\'');
    return from < 0 || to < from + before.length()
        ? Optional.empty()
        : notEmpty(tail.substring(from + before.length(), to));
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }
}
