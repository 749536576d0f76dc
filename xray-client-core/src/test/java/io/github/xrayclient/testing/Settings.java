package io.github.xrayclient.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How the server is told to behave; changed by tests while it runs. */
final class Settings {
  volatile Optional<String> token = Optional.empty();
  volatile Duration latency = Duration.ZERO;
  volatile OptionalInt pageCap = OptionalInt.empty();
  volatile boolean repeatFirstPage;
  volatile OptionalInt claimedTotal = OptionalInt.empty();
  volatile boolean blockFromCacheAllowed = true;
  volatile String version = "3.116.0";
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

  boolean admits(RecordedRequest request) {
    return token.isEmpty() || request.header("Authorization").equals(token.map("Bearer "::concat));
  }

  void forbid(String pathPrefix) {
    if (!pathPrefix.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash: " + pathPrefix);
    }
    forbidden.add(pathPrefix);
  }

  void permit(String pathPrefix) {
    forbidden.remove(pathPrefix);
  }

  boolean forbids(RecordedRequest request) {
    return forbidden.stream().anyMatch(request.path()::startsWith);
  }

  /** How many rows a page has when this many are asked for. */
  int rows(int asked) {
    return Math.min(asked, pageCap.orElse(asked));
  }

  /** The rows of a page, which is counted from 1; none behind the end. */
  <T> List<T> page(List<T> all, int page, int rows) {
    long from = repeatFirstPage ? 0 : Math.min((page - 1L) * rows, all.size());
    return all.subList((int) from, (int) Math.min(from + rows, all.size()));
  }

  int total(int actual) {
    return claimedTotal.orElse(actual);
  }
}
