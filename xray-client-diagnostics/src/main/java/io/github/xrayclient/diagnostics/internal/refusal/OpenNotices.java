package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The notices near the line that is being read which no document has yet. If all of them say the
 * same, the next document has the first one. Otherwise it is not known which one it has; then the
 * document waits, and all notices stay open until as many documents wait as notices are open. So
 * fewer documents than notices are waiting at any other time. Not thread-safe.
 */
final class OpenNotices {
  private static final int MOST = 32; // notices that are kept; others are only counted

  private final List<VersionsNotice> kept = new ArrayList<>();
  private List<VersionsNotice> distinct = List.of(); // one of the kept notices for each content
  private long counted; // open notices that are not kept
  private long lastCounted; // the last line of these
  private long waiting; // documents that have an open notice, without knowing which one
  private long lastLine; // of all open notices
  private final Set<BlockedDownload> owned = new HashSet<>();

  void add(VersionsNotice notice) {
    closeBefore(notice.place().line());
    lastLine = notice.place().line();
    if (kept.size() == MOST) {
      drop();
    }
    kept.add(notice);
    distinct = distinct(kept);
  }

  /**
   * Only counts the oldest notice after which another one says the same, so that the kept ones
   * differ if any of the open ones do. If all differ, it is the oldest one.
   */
  private void drop() {
    Set<BlockedDownload> later = new HashSet<>();
    int oldest = 0;
    for (int i = kept.size() - 1; i >= 0; i--) {
      if (!later.add(kept.get(i).content())) {
        oldest = i;
      }
    }
    lastCounted = Math.max(lastCounted, kept.remove(oldest).place().line());
    counted++;
  }

  /**
   * Takes a notice for a document.
   *
   * @param line the line of the document
   * @param mayBeOwn whether a notice may be that of the document
   * @return the notices that the document may have, one for each content; empty if there is none
   */
  List<VersionsNotice> take(long line, Predicate<VersionsNotice> mayBeOwn) {
    closeBefore(line);
    List<VersionsNotice> possible = distinct.stream().allMatch(mayBeOwn)
        ? distinct // the same list for many documents
        : distinct(kept.stream().filter(mayBeOwn).collect(Collectors.toList()));
    if (possible.size() == 1) {
      owned.add(possible.get(0).content());
      if (counted > 0 && distinct.size() == 1) {
        counted--; // all open notices say the same, so those that are kept can stay
      } else {
        kept.remove(possible.get(0));
        distinct = distinct(kept);
      }
    } else if (possible.size() > 1) {
      waiting++;
    }
    if (kept.isEmpty() || waiting == kept.size() + counted) {
      kept.forEach(notice -> owned.add(notice.content())); // the waiting documents have them all
      close();
    }
    return possible;
  }

  /** What the notices say that certainly are those of documents. Others may say the same. */
  Set<BlockedDownload> owned() {
    return owned;
  }

  private static List<VersionsNotice> distinct(List<VersionsNotice> notices) {
    Map<BlockedDownload, VersionsNotice> byContent = new LinkedHashMap<>();
    notices.forEach(notice -> byContent.putIfAbsent(notice.content(), notice));
    return List.copyOf(byContent.values());
  }

  /** Closes the notices that are too far away from a line. */
  private void closeBefore(long line) {
    long first = line - Findings.NEAR;
    if (waiting > 0) {
      if (lastLine < first) {
        close();
      }
      return;
    }
    if (lastCounted < first) {
      counted = 0;
    }
    if (kept.removeIf(notice -> notice.place().line() < first)) {
      distinct = distinct(kept);
    }
  }

  private void close() {
    kept.clear();
    distinct = List.of();
    counted = 0;
    waiting = 0;
  }
}
