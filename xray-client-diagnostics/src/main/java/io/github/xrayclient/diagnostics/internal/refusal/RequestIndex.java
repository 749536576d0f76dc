package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusedRequests.Refused;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int NEARBY = 1_000; // requests that are compared for one line
  private static final int NAMESAKES = 100; // requests that are compared for one name

  /** The requests and the names under which they are found. */
  private final Map<Refused, Set<String>> open = new LinkedHashMap<>();

  private final Map<String, Set<Refused>> byName = new HashMap<>();
  private final TreeMap<Long, Set<Refused>> byLine = new TreeMap<>();

  RequestIndex(List<Refused> requests) {
    for (Refused request : requests) {
      Set<String> names = SameArtifact.names(request.event());
      open.put(request, names);
      for (String name : names) {
        byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(request);
      }
      for (long line : lines(request)) {
        byLine.computeIfAbsent(line, key -> new LinkedHashSet<>()).add(request);
      }
    }
  }

  /** The lines with the first and the last answer, and with the body of an answer. */
  private static Set<Long> lines(Refused request) {
    Set<Long> lines = new LinkedHashSet<>();
    lines.add(request.lastLine());
    for (long body = 0; body <= request.event().lines(); body++) {
      lines.add(request.line() + body);
    }
    return lines;
  }

  Collection<Refused> open() {
    return open.keySet();
  }

  /** Takes all requests for the artifact that the words name. */
  List<Refused> takeAbout(BlockedDownload words) {
    List<Refused> about = SameArtifact.names(words).stream()
        .flatMap(name -> byName.getOrDefault(name, Set.of()).stream().limit(NAMESAKES))
        .distinct()
        .filter(request -> SameArtifact.isNamed(words, request.event())
            || (distance(words, request) <= Findings.NEAR
                && SameArtifact.hasName(words, request.event())))
        .collect(Collectors.toList());
    about.forEach(this::take);
    return about;
  }

  /** The request that is nearest to a line, if one is near enough. */
  Optional<Refused> nearest(BlockedDownload words, long atMost, Predicate<Refused> condition) {
    long line = words.line().orElse(0L);
    return byLine.subMap(line - atMost, true, line + atMost, true).values().stream()
        .flatMap(Set::stream)
        .limit(NEARBY)
        .filter(condition)
        .min(Comparator.comparing((Refused request) -> request.event().address().isEmpty())
            .thenComparingLong(request -> distance(words, request)));
  }

  void take(Refused request) {
    Set<String> names = open.remove(request);
    if (names == null) {
      return; // it was taken already
    }
    names.forEach(name -> remove(request, byName, name));
    lines(request).forEach(line -> remove(request, byLine, line));
  }

  private static <K> void remove(Refused request, Map<K, Set<Refused>> requests, K key) {
    requests.computeIfPresent(key, (same, all) -> {
      all.remove(request);
      return all;
    });
  }

  static long distance(BlockedDownload words, Refused request) {
    long line = words.line().orElse(0L);
    if (request.isAnsweredAt(line)) {
      return 0; // the words are a part of the body of the answer
    }
    return Math.min(Math.abs(line - request.line()), Math.abs(line - request.lastLine()));
  }
}
