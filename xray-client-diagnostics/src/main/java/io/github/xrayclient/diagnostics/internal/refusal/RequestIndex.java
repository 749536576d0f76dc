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
import java.util.stream.Stream;

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
    return within(words, atMost)
        .filter(condition)
        .min(Comparator.comparing((Refused request) -> request.event().address().isEmpty())
            .thenComparingLong(request -> distance(words, request)));
  }

  /**
   * The request to which words without a name belong: the only one in whose answer they are, or
   * else within the smaller distance, or else within the larger one. Empty if there are several,
   * because any of them may be the one.
   */
  Optional<Refused> only(
      BlockedDownload words, long near, long atMost, Predicate<Refused> condition) {
    for (long distance : new long[] {0, near, atMost}) {
      List<Refused> found = within(words, distance)
          .filter(request -> request.event().address().isPresent())
          .filter(condition)
          .distinct()
          .limit(2)
          .collect(Collectors.toList());
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return nearest(words, atMost, condition);
  }

  private Stream<Refused> within(BlockedDownload words, long distance) {
    long line = words.line().orElse(0L);
    return byLine.subMap(line - distance, true, line + distance, true).values().stream()
        .flatMap(Set::stream)
        .limit(NEARBY);
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
