package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The refused requests that no words belong to yet, by artifact and by line. Not thread-safe. */
final class RequestIndex {
  private static final int MOST = 1_000; // requests that are compared for one line

  private final Set<Refused> open = new LinkedHashSet<>();
  private final Map<String, List<Refused>> byName = new TreeMap<>();
  private final TreeMap<Long, List<Refused>> byLine = new TreeMap<>();

  RequestIndex(List<Refused> requests) {
    for (Refused request : requests) {
      open.add(request);
      for (String name : SameArtifact.names(request.event())) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(request);
      }
      byLine.computeIfAbsent(request.line(), key -> new ArrayList<>()).add(request);
      if (request.lastLine() != request.line()) {
        byLine.computeIfAbsent(request.lastLine(), key -> new ArrayList<>()).add(request);
      }
      for (long body = 1; body <= request.event().lines(); body++) {
        byLine.computeIfAbsent(request.line() + body, key -> new ArrayList<>()).add(request);
      }
    }
  }

  Collection<Refused> open() {
    return open;
  }

  /** Takes all requests for the artifact that the words name. */
  List<Refused> takeAbout(BlockedDownload words) {
    List<Refused> about = SameArtifact.names(words).stream()
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .distinct()
        .filter(open::contains)
        .filter(request -> SameArtifact.isNamed(words, request.event())
            || (distance(words, request) <= Findings.NEAR
                && SameArtifact.hasName(words, request.event())))
        .collect(Collectors.toList());
    about.forEach(open::remove);
    return about;
  }

  /** The request that is nearest to a line, if one is near enough. */
  Optional<Refused> nearest(BlockedDownload words, long atMost, Predicate<Refused> condition) {
    long line = words.line().orElse(0L);
    return byLine.subMap(line - atMost, true, line + atMost, true).values().stream()
        .flatMap(List::stream)
        .filter(open::contains)
        .filter(condition)
        .limit(MOST)
        .min(Comparator.comparing((Refused request) -> request.event().address().isEmpty())
            .thenComparingLong(request -> distance(words, request)));
  }

  void take(Refused request) {
    open.remove(request);
  }

  static long distance(BlockedDownload words, Refused request) {
    long line = words.line().orElse(0L);
    if (request.isAnsweredAt(line)) {
      return 0; // the words are a part of the body of the answer
    }
    return Math.min(Math.abs(line - request.line()), Math.abs(line - request.lastLine()));
  }
}
