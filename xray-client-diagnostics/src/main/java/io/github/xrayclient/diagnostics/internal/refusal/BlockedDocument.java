package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.List;
import java.util.stream.Collectors;

/** A document about a package of which every version is blocked. Immutable. */
final class BlockedDocument {
  private final List<VersionsNotice> notices;
  private final LogPlace lastAnswer;
  private final long line;
  private final long count;

  /**
   * Describes a document at its first refusal.
   *
   * @param notices those that it may have, one for each content; the one that it has if that is
   *     known
   */
  BlockedDocument(List<VersionsNotice> notices, LogPlace answer) {
    this(notices, answer, notices.size() == 1 ? notices.get(0).place().line() : answer.line(), 1);
  }

  private BlockedDocument(
      List<VersionsNotice> notices, LogPlace lastAnswer, long line, long count) {
    this.notices = notices;
    this.lastAnswer = lastAnswer;
    this.line = line;
    this.count = count;
  }

  /** This document after a later refusal for one of its notices, or of those that replace them. */
  BlockedDocument again(List<VersionsNotice> known, LogPlace answer) {
    return new BlockedDocument(known, answer, line, count + 1);
  }

  /** Whether a notice came after the last refusal of this document and may be about it, too. */
  boolean mayHave(VersionsNotice notice) {
    return lastAnswer.isBefore(notice.place()) && contents().contains(notice.content());
  }

  List<VersionsNotice> notices() {
    return notices;
  }

  /** What its notices say. */
  List<BlockedDownload> contents() {
    return notices.stream().map(VersionsNotice::content).collect(Collectors.toList());
  }

  /**
   * The refusal of this document.
   *
   * @param messages the messages of the log with the contents of the notices, in their order
   */
  BlockedDownload refusal(List<BlockedDownload> messages, Refused request) {
    String text = messages.stream().map(BlockedDownload::text).collect(Collectors.joining("\n"));
    BlockedDownload first = messages.get(0);
    return first.toBuilder()
        .address(request.event().url())
        .status(request.event().status())
        .curation(
            messages.size() == 1
                ? first.curation()
                : first.curation().map(BlockedDocument::withoutPolicies))
        .text(SearchableText.cut(text))
        .count(count)
        .line(line)
        .build();
  }

  private static CurationRefusal withoutPolicies(CurationRefusal refusal) {
    return refusal.toBuilder().policies(List.of()).waiversAllowed(false).build();
  }
}
