package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.address.PackagePath;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins the notices that every version of a package is blocked with the requests that they are
 * about. A notice names no package. It stands before the refused request for a document about the
 * package, such as the list of its versions; requests for files may be between them. While
 * different notices are open, it is not known which of them belongs to a document, so the document
 * is blocked by unknown policies. Not thread-safe.
 */
final class BlockedDocuments {
  private static final int FORBIDDEN = 403;

  private final List<Step> part = new ArrayList<>();
  private final List<Notice> open = new ArrayList<>();
  private final Map<String, Document> documents = new LinkedHashMap<>();

  /** What the notices say that belong to documents; others may be left. */
  private final Set<BlockedDownload> taken = new HashSet<>();

  /** How many of the open notices belong to documents, without knowing which ones. */
  private int undecided;

  private String answered = ""; // the last document of which the log shows the answer's body
  private long answeredTo; // the last line of that body

  /** Whether a message tells that every version is blocked, and does not name the package. */
  static boolean isNotice(BlockedDownload message) {
    return message
        .curation()
        .filter(refusal -> refusal.reason() == Reason.NO_COMPLIANT_VERSION)
        .filter(refusal -> refusal.packageName().isEmpty())
        .isPresent();
  }

  private static boolean isDocument(RequestEvent request) {
    return request.status() == FORBIDDEN
        && request
            .address()
            .filter(address -> DownloadAddress.parse(address)
                .flatMap(DownloadAddress::packagePath)
                .flatMap(PackagePath::version)
                .isEmpty())
            .isPresent();
  }

  /** Adds a message of the part of the log that is being read. */
  void addMessage(BlockedDownload message, long line) {
    if (isNotice(message)) {
      part.add(new Step(line, () -> notice(content(message), line)));
    }
  }

  /** Adds a request of the part of the log that is being read, after all messages of this part. */
  void addRequest(RequestEvent request, long line) {
    if (isDocument(request)) {
      part.add(new Step(line, () -> request(request, line)));
    }
  }

  /** Ends the part of the log that is being read. */
  void endPart() {
    part.sort(Comparator.comparingLong(step -> step.line)); // a notice before a request of its line
    part.forEach(step -> step.action.run());
    part.clear();
  }

  /** What a notice says, without the place where it stands. */
  private static BlockedDownload content(BlockedDownload message) {
    return BlockedDownload.builder()
        .kind(message.kind())
        .curation(message.curation())
        .text("")
        .build();
  }

  private void notice(BlockedDownload content, long line) {
    closeBefore(line);
    open.add(new Notice(content, line));
    if (line <= answeredTo) {
      take(answered, List.of(open.get(open.size() - 1)), line);
    }
  }

  private void request(RequestEvent request, long line) {
    closeBefore(line);
    String key = RefusedRequests.key(request);
    if (request.lines() > 0) {
      answered = key;
      answeredTo = line + request.lines();
    }
    take(key, possible(key, line), line);
  }

  /** The open notices that a document may have. Later requests for it have the same one again. */
  private List<Notice> possible(String key, long line) {
    List<Notice> beside =
        open.stream().filter(notice -> notice.line == line).collect(Collectors.toList());
    Document known = documents.get(key);
    return (beside.isEmpty() ? open : beside)
        .stream()
            .filter(notice -> known == null || known.contents.contains(notice.content))
            .collect(Collectors.toList());
  }

  private void take(String key, List<Notice> possible, long line) {
    if (possible.isEmpty()) {
      return;
    }
    Set<BlockedDownload> contents = possible.stream()
        .map(notice -> notice.content)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Notice first = possible.get(0);
    boolean isCertain = contents.size() == 1;
    documents.computeIfAbsent(key, own -> new Document(contents, isCertain ? first.line : line))
        .count++;
    if (isCertain) {
      open.remove(first);
      taken.add(first.content);
    } else {
      undecided++;
    }
    if (undecided == open.size()) { // the open notices are those of the undecided documents
      open.forEach(notice -> taken.add(notice.content));
      close();
    }
  }

  /** Closes the notices that are too far away from a line. */
  private void closeBefore(long line) {
    if (undecided == 0) {
      open.removeIf(notice -> notice.line < line - Findings.NEAR);
    } else if (open.get(open.size() - 1).line < line - Findings.NEAR) {
      close();
    }
  }

  private void close() {
    open.clear();
    undecided = 0;
  }

  /**
   * The refusals of documents that notices tell of. Takes their requests. A request that had
   * success later is no refusal.
   *
   * @param notices the distinct notices of the log; those that the refusals tell of are removed
   */
  List<BlockedDownload> refusals(List<BlockedDownload> notices, RequestIndex requests) {
    Map<BlockedDownload, BlockedDownload> byContent = new HashMap<>();
    notices.forEach(notice -> byContent.putIfAbsent(content(notice), notice));
    Map<String, Refused> byKey = new HashMap<>();
    requests.open().forEach(request -> byKey.put(RefusedRequests.key(request.event()), request));
    List<BlockedDownload> found = new ArrayList<>();
    Set<BlockedDownload> told = new HashSet<>();
    documents.forEach((key, document) -> {
      Refused request = byKey.get(key);
      List<BlockedDownload> own = document.contents.stream()
          .map(byContent::get)
          .filter(Objects::nonNull)
          .collect(Collectors.toList());
      if (request != null && own.size() == document.contents.size()) {
        requests.take(request);
        found.add(document.refusal(own, request));
        told.addAll(document.contents);
      }
    });
    told.retainAll(taken);
    notices.removeIf(notice -> told.contains(content(notice)));
    return found;
  }

  /** A notice at a line. */
  private static final class Notice {
    private final BlockedDownload content;
    private final long line;

    Notice(BlockedDownload content, long line) {
      this.content = content;
      this.line = line;
    }
  }

  /** A document that notices tell of, with what they may say. */
  private static final class Document {
    private final Set<BlockedDownload> contents;
    private final long line;
    private long count;

    Document(Set<BlockedDownload> contents, long line) {
      this.contents = contents;
      this.line = line;
    }

    /**
     * @param notices those that have the contents, in the same order
     */
    BlockedDownload refusal(List<BlockedDownload> notices, Refused request) {
      String text = notices.stream().map(BlockedDownload::text).collect(Collectors.joining("\n"));
      BlockedDownload first = notices.get(0);
      return first.toBuilder()
          .address(request.event().url())
          .status(request.event().status())
          .curation(
              notices.size() == 1
                  ? first.curation()
                  : first.curation().map(Document::withoutPolicies))
          .text(SearchableText.cut(text))
          .count(count)
          .line(line)
          .build();
    }

    private static CurationRefusal withoutPolicies(CurationRefusal refusal) {
      return refusal.toBuilder().policies(List.of()).waiversAllowed(false).build();
    }
  }

  /** Something that the log shows at a line. */
  private static final class Step {
    private final long line;
    private final Runnable action;

    Step(long line, Runnable action) {
      this.line = line;
      this.action = action;
    }
  }
}
