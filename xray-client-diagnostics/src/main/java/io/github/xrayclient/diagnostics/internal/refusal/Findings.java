package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The refusals that a log shows: by the messages of Xray and Curation, by other answers of servers,
 * and by the statuses of requests. A message or an answer and the request that it is about are one
 * refusal.
 */
final class Findings {
  static final long NEAR = 40; // the distance in lines within which things belong together
  private static final long ADJACENT = 3;

  private final DistinctBlocks messages = new DistinctBlocks();
  private final AnswersOfLog answers = new AnswersOfLog();
  private final RefusedRequests requests = new RefusedRequests();
  private final BlockedDocuments knownDocuments = BlockedDocuments.known();
  private final BlockedDocuments possibleDocuments = BlockedDocuments.possible();

  /** Adds a message of Xray or Curation. */
  void addMessage(BlockedDownload message, LogPlace place) {
    messages.add(message, place.line());
    knownDocuments.addMessage(message, place);
    possibleDocuments.addMessage(message, place);
  }

  /** Adds another answer of a server or a proxy. */
  void addAnswer(BlockedDownload answer, LogPlace place) {
    answers.add(answer, place.line());
  }

  /** Adds an answered request. */
  void addRequest(RequestEvent request, LogPlace place) {
    requests.add(request, place.line());
    knownDocuments.addRequest(request, place);
    possibleDocuments.addRequest(request, place);
  }

  /** Ends a part of the log. What is added later begins behind it. */
  void endPart() {
    knownDocuments.endPart();
    possibleDocuments.endPart();
  }

  /**
   * The distinct refusals; empty if the log shows none. Those that Xray or Curation blocks by the
   * words of the server come first, then the others, both in the order of their first lines.
   */
  List<BlockedDownload> refusals() {
    RequestIndex open = new RequestIndex(requests.refused());
    List<BlockedDownload> found = new ArrayList<>();
    addMessages(open, found);
    MessageLines told = new MessageLines(found);
    for (BlockedDownload answer : answers.named()) {
      List<Refused> about = open.takeAbout(answer);
      if (!told.isAround(answer, ADJACENT)) {
        found.add(withRequest(answer, nearest(answer, about)));
      }
    }
    addUnnamed(
        open,
        answers.unnamed().stream()
            .filter(answer -> !told.isAround(answer, ADJACENT))
            .collect(Collectors.toList()),
        found);
    boolean hasDetails = !found.isEmpty();
    for (Refused request : open.open()) {
      boolean isTold =
          request.event().address().isEmpty() && (hasDetails || hasDetails(open, request));
      if (!isTold) {
        found.add(request.refusal());
      }
    }
    found.sort(Comparator.comparing((BlockedDownload refusal) -> !isBlocked(refusal))
        .thenComparingLong(Findings::line));
    return List.copyOf(found);
  }

  private void addMessages(RequestIndex open, List<BlockedDownload> found) {
    List<BlockedDownload> withoutRequest = new ArrayList<>();
    List<BlockedDownload> notices = new ArrayList<>();
    for (BlockedDownload message : messages.counted()) {
      List<Refused> about = open.takeAbout(message);
      if (!about.isEmpty()) {
        found.add(withRequest(message, nearest(message, about)));
      } else if (VersionsNotice.isNotice(message)) {
        notices.add(message);
      } else {
        withoutRequest.add(message);
      }
    }
    found.addAll(knownDocuments.refusals(notices, open));
    found.addAll(possibleDocuments.refusals(notices, open));
    withoutRequest.addAll(notices);
    for (BlockedDownload message : withoutRequest) {
      Optional<Refused> request = nearest(open, message);
      request.ifPresent(open::take);
      // The address may be that of another artifact if the message names one.
      found.add(SameArtifact.isNamed(message) ? message : withRequest(message, request));
    }
  }

  /** The request to which a message belongs that no request is known by name to be about. */
  private static Optional<Refused> nearest(RequestIndex open, BlockedDownload message) {
    if (SameArtifact.isNamed(message)) {
      return open.nearest(message, ADJACENT, near -> true)
          .filter(near -> !SameArtifact.isOther(message, near.event()));
    }
    if (VersionsNotice.isNotice(message)) {
      return open.nearest(message, NEAR, near -> near.event().address().isEmpty());
    }
    return open.only(message, ADJACENT, NEAR, near -> !SameArtifact.isOther(message, near.event()));
  }

  /** Adds the answers that do not say of which artifact they speak. */
  private void addUnnamed(
      RequestIndex open, List<BlockedDownload> unnamed, List<BlockedDownload> found) {
    List<BlockedDownload> alone = new ArrayList<>();
    for (BlockedDownload answer : unnamed) {
      Optional<Refused> request = open.nearest(
          answer,
          NEAR,
          near -> answer.kind() != Kind.POSSIBLE_BLOCK_VIA_VIRTUAL
              && !isOfOtherPlace(answer, near.event()));
      boolean hasAddress = request.flatMap(near -> near.event().address()).isPresent();
      if (!hasAddress) {
        request.ifPresent(open::take);
        alone.add(withRequest(answer, request));
      } else if (answer.kind() != Kind.AUTH || request.get().event().status() == 401) {
        open.take(request.get());
        // A request that was repeated was answered each time, but only one of the answers is its
        // own.
        long count = Math.max(answer.count().orElse(0L), request.get().count());
        found.add(withRequest(answer, request).toBuilder().count(count).build());
      }
    }
    List<BlockedDownload> told = List.copyOf(found);
    NavigableSet<Long> lines =
        told.stream().map(Findings::line).collect(Collectors.toCollection(TreeSet::new));
    for (BlockedDownload answer : AnswersOfLog.merged(alone)) {
      boolean isAnswered =
          answer.kind() == Kind.AUTH && requests.isAnsweredNear(line(answer), NEAR);
      boolean isTold = answer.repository().isEmpty()
          && (isNear(line(answer), lines)
              || told.stream().anyMatch(other -> isDetailed(other, answer.kind())));
      if (!isAnswered && !isTold) {
        found.add(answer);
      }
    }
  }

  private static boolean isOfOtherPlace(BlockedDownload answer, RequestEvent request) {
    return answer.repository().isPresent()
        && request.repository().isPresent()
        && !answer.repository().equals(request.repository());
  }

  private static boolean isBlocked(BlockedDownload refusal) {
    return refusal.kind().isBlock() && refusal.kind() != Kind.POSSIBLE_BLOCK_VIA_VIRTUAL;
  }

  /** Whether the log names the address of this status: elsewhere, or beside it with a later status. */
  private static boolean hasDetails(RequestIndex open, Refused of) {
    return open.open().stream()
        .anyMatch(other -> other.event().address().isPresent()
            && (other.event().status() == of.event().status()
                || Math.abs(other.line() - of.line()) <= ADJACENT));
  }

  private static Optional<Refused> nearest(BlockedDownload words, List<Refused> requests) {
    return requests.stream()
        .min(Comparator.comparingLong(request -> RequestIndex.distance(words, request)));
  }

  private static boolean isDetailed(BlockedDownload refusal, Kind kind) {
    return refusal.kind() == kind
        && (refusal.address().isPresent() || refusal.repository().isPresent());
  }

  private static boolean isNear(long line, NavigableSet<Long> lines) {
    return !lines.subSet(line - NEAR, true, line + NEAR, true).isEmpty();
  }

  private static long line(BlockedDownload refusal) {
    return refusal.line().orElse(0L);
  }

  /** Adds what the request tells and the words do not. */
  private static BlockedDownload withRequest(BlockedDownload words, Optional<Refused> request) {
    if (request.isEmpty()) {
      return words;
    }
    RequestEvent event = request.get().event();
    BlockedDownload.Builder builder = words.toBuilder();
    if (words.address().isEmpty()) {
      builder.address(event.url());
    }
    if (words.status().isEmpty()) {
      builder.status(event.status());
    }
    // A message of Curation names the package; the repository in its address is not a part of it.
    boolean isPlaced = words.repository().isPresent()
        || words.path().isPresent()
        || words.kind() == Kind.CURATION_BLOCK;
    if (!isPlaced) {
      builder.repository(event.repository()).path(event.path());
    }
    return builder.build();
  }
}
