package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Joins the notices that every version of a package is blocked with the requests that they are
 * about. A notice names no package. It is a part of the answer to the refused request for a
 * document about the package, such as the list of its versions, or stands before this request;
 * requests for files may be between them. Not thread-safe.
 */
final class BlockedDocuments {
  private static final int FORBIDDEN = 403;

  private final Predicate<DownloadAddress> isDocument;
  private final List<VersionsNotice> notices = new ArrayList<>(); // of the part that is being read
  private final List<Answer> answers = new ArrayList<>(); // of the part that is being read
  private final OpenNotices open = new OpenNotices();
  private final Map<String, BlockedDocument> documents = new LinkedHashMap<>();
  private Optional<Answer> last = Optional.empty(); // the answer that was read last
  private boolean isTold; // whether it has a notice in it

  private BlockedDocuments(Predicate<DownloadAddress> isDocument) {
    this.isDocument = isDocument;
  }

  /** Joins notices with the requests whose addresses name a package, but no version of it. */
  static BlockedDocuments known() {
    return new BlockedDocuments(address ->
        address.packagePath().filter(named -> named.version().isEmpty()).isPresent());
  }

  /**
   * Joins notices with the requests whose addresses show neither a type nor a package. They may be
   * documents if a proxy hides the paths of Artifactory.
   */
  static BlockedDocuments possible() {
    return new BlockedDocuments(
        address -> address.type().isEmpty() && address.packagePath().isEmpty());
  }

  /** Adds a message of the part of the log that is being read. */
  void addMessage(BlockedDownload message, LogPlace place) {
    if (VersionsNotice.isNotice(message)) {
      notices.add(new VersionsNotice(message, place));
    }
  }

  /** Adds a request of the part of the log that is being read. Its place includes its answer. */
  void addRequest(RequestEvent request, LogPlace place) {
    boolean isRefusedDocument = request.status() == FORBIDDEN
        && request.path().isEmpty()
        && request.address().flatMap(DownloadAddress::parse).filter(isDocument).isPresent();
    if (isRefusedDocument) {
      answers.add(new Answer(RefusedRequests.key(request), place));
    }
  }

  /** Ends the part of the log that is being read. */
  void endPart() {
    int next = 0;
    for (Answer answer : answers) {
      for (; next < notices.size() && notices.get(next).place().isBefore(answer.place); next++) {
        read(notices.get(next));
      }
      endAnswer();
      last = Optional.of(answer);
    }
    notices.subList(next, notices.size()).forEach(this::read);
    notices.clear();
    answers.clear();
  }

  private void read(VersionsNotice notice) {
    if (last.filter(answer -> answer.place.contains(notice.place())).isEmpty()) {
      endAnswer();
      open.add(notice);
    } else if (!isTold) { // another notice in the same answer is no other refusal
      add(last.get(), List.of(notice));
      isTold = true;
    }
  }

  /** Looks among the open notices for that of the last answer if there is none in it. */
  private void endAnswer() {
    if (last.isPresent() && !isTold) {
      Answer answer = last.get();
      Optional<BlockedDocument> known = Optional.ofNullable(documents.get(answer.key));
      List<VersionsNotice> possible = open.take(
          answer.place.line(),
          notice -> known.map(document -> document.mayHave(notice)).orElse(true));
      if (!possible.isEmpty()) {
        add(answer, known.map(BlockedDocument::notices).orElse(possible));
      }
    }
    last = Optional.empty();
    isTold = false;
  }

  private void add(Answer answer, List<VersionsNotice> own) {
    documents.merge(
        answer.key,
        new BlockedDocument(own, answer.place),
        (known, again) -> known.again(own, answer.place));
  }

  /**
   * The refusals of documents that notices tell of. Takes their requests.
   *
   * @param messages the distinct notices of the log; those that the refusals tell of are removed
   */
  List<BlockedDownload> refusals(List<BlockedDownload> messages, RequestIndex requests) {
    endAnswer();
    Map<BlockedDownload, BlockedDownload> byContent = new HashMap<>();
    messages.forEach(message -> byContent.putIfAbsent(VersionsNotice.content(message), message));
    Map<String, Refused> byKey = new HashMap<>();
    requests.open().forEach(request -> byKey.put(RefusedRequests.key(request.event()), request));
    List<BlockedDownload> found = new ArrayList<>();
    Set<BlockedDownload> told = new HashSet<>();
    documents.forEach((key, document) -> {
      Refused request = byKey.get(key);
      List<BlockedDownload> contents = document.contents();
      if (request != null && byContent.keySet().containsAll(contents)) {
        requests.take(request);
        found.add(document.refusal(
            contents.stream().map(byContent::get).collect(Collectors.toList()), request));
        contents.stream()
            .filter(content -> contents.size() == 1 || open.owned().contains(content))
            .forEach(told::add);
      }
    });
    messages.removeIf(message -> told.contains(VersionsNotice.content(message)));
    return found;
  }

  /** The answer to the request for a document. */
  private static final class Answer {
    private final String key;
    private final LogPlace place;

    Answer(String key, LogPlace place) {
      this.key = key;
      this.place = place;
    }
  }
}
