package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The refusals that a log shows: by the messages of Xray and Curation, by other answers of servers, and
 * by the statuses of requests. A message or an answer and the request that it is about are one refusal.
 */
final class Findings {
  private static final long NEAR = 40; // the distance in lines within which things belong together

  private final DistinctBlocks messages = new DistinctBlocks();
  private final DistinctBlocks answers = new DistinctBlocks();
  private final RefusedRequests requests = new RefusedRequests();

  /** Adds a message of Xray or Curation. */
  void addMessage(BlockedDownload message, long line) {
    messages.add(message, line);
  }

  /** Adds another answer of a server or a proxy. */
  void addAnswer(BlockedDownload answer, long line) {
    answers.add(answer, line);
  }

  void addRequest(RequestEvent request, long line) {
    requests.add(request, line);
  }

  /** The distinct refusals in the order of their first lines; empty if the log shows none. */
  List<BlockedDownload> refusals() {
    List<RefusedRequests.Refused> open = new ArrayList<>(requests.refused());
    List<BlockedDownload> found = new ArrayList<>();
    for (BlockedDownload message : messages.counted()) {
      found.add(withRequest(message, takeRequest(message, open)));
    }
    for (BlockedDownload answer : answers.counted()) {
      Optional<RefusedRequests.Refused> request = takeRequest(answer, open);
      // An answer beside a message without a request of its own is a part of that refusal.
      if (request.isPresent() || SameArtifact.isNamed(answer) || !isNear(answer, found)) {
        found.add(withRequest(answer, request));
      }
    }
    List<BlockedDownload> detailed = List.copyOf(found);
    for (RefusedRequests.Refused request : open) {
      BlockedDownload refusal = request.refusal();
      boolean isTold =
          request.event().address().isEmpty() && (!detailed.isEmpty() || hasDetails(open, request));
      if (!isTold) {
        found.add(refusal);
      }
    }
    found.sort(Comparator.comparingLong(refusal -> refusal.line().orElse(0L)));
    return List.copyOf(found);
  }

  private static boolean hasDetails(
      Collection<RefusedRequests.Refused> requests, RefusedRequests.Refused of) {
    return requests.stream()
        .anyMatch(other -> other.event().address().isPresent()
            && other.event().status() == of.event().status());
  }

  /**
   * Takes the requests that the message is about. All requests for the artifact that it names are taken; if
   * it names none, the nearest request.
   */
  private static Optional<RefusedRequests.Refused> takeRequest(
      BlockedDownload message, List<RefusedRequests.Refused> open) {
    List<RefusedRequests.Refused> about = SameArtifact.isNamed(message)
        ? open.stream()
            .filter(request -> SameArtifact.isNamed(message, request.event()))
            .collect(Collectors.toList())
        : nearest(message, open).map(List::of).orElse(List.of());
    open.removeAll(about);
    return nearest(message, about);
  }

  private static Optional<RefusedRequests.Refused> nearest(
      BlockedDownload message, List<RefusedRequests.Refused> requests) {
    return requests.stream()
        .filter(request -> distance(message, request.line()) <= NEAR
            || SameArtifact.isNamed(message, request.event()))
        .min(Comparator.comparingLong(request -> distance(message, request.line())));
  }

  private static boolean isNear(BlockedDownload answer, List<BlockedDownload> found) {
    return found.stream()
        .anyMatch(
            other -> other.kind().isBlock() && distance(answer, other.line().orElse(0L)) <= NEAR);
  }

  private static long distance(BlockedDownload message, long line) {
    return Math.abs(message.line().orElse(0L) - line);
  }

  /** Adds what the request tells and the message does not. */
  private static BlockedDownload withRequest(
      BlockedDownload message, Optional<RefusedRequests.Refused> request) {
    if (request.isEmpty()) {
      return message;
    }
    RequestEvent event = request.get().event();
    BlockedDownload.Builder builder = message.toBuilder();
    if (message.address().isEmpty()) {
      builder.address(event.url());
    }
    if (message.status().isEmpty()) {
      builder.status(event.status());
    }
    // A message of Curation names the package; the repository in its address is not a part of it.
    boolean isPlaced = message.repository().isPresent()
        || message.path().isPresent()
        || message.kind() == Kind.CURATION_BLOCK;
    if (!isPlaced) {
      builder.repository(event.repository()).path(event.path());
    }
    return builder.build();
  }
}
