package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of the server. Tests change them while it runs. */
public final class Settings {
  public volatile Optional<String> token = Optional.empty();
  public volatile Duration latency = Duration.ZERO;
  public volatile OptionalInt pageCap = OptionalInt.empty();
  public volatile boolean repeatFirstPage;
  public volatile OptionalInt claimedTotal = OptionalInt.empty();
  public volatile boolean blockFromCacheAllowed = true;
  public volatile boolean blockedPackagesRefused;
  public volatile boolean olderWaiverRequests;
  public volatile String version = "3.116.0";
  public final IssuedTokens issuedTokens = new IssuedTokens();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

  public boolean admits(RecordedRequest request) {
    boolean fixed =
        token.isPresent() && request.header("Authorization").equals(token.map("Bearer "::concat));
    return fixed
        || issuedTokens.isValid(request)
        || (token.isEmpty() && !issuedTokens.areRequired());
  }

  public void forbid(String pathPrefix) {
    if (!pathPrefix.startsWith("/")) {
      throw new IllegalArgumentException(
          "pathPrefix must start with a slash, but was " + pathPrefix);
    }
    forbidden.add(pathPrefix);
  }

  public void permit(String pathPrefix) {
    forbidden.remove(pathPrefix);
  }

  public boolean forbids(RecordedRequest request) {
    return forbidden.stream()
        .anyMatch(prefix -> prefix.endsWith("?")
            ? (request.path() + "?").startsWith(prefix)
                && !String.valueOf(request.query()).contains("projectKey=")
            : request.path().startsWith(prefix));
  }

  /** Whether the server is older than this version; false if its version is not made of numbers. */
  public boolean isOlderThan(int... version) {
    String[] own = this.version.split("\\.", -1);
    for (int i = 0; i < version.length; i++) {
      int number = i < own.length && own[i].matches("[0-9]{1,9}") ? Integer.parseInt(own[i]) : -1;
      if (number != version[i]) {
        return number >= 0 && number < version[i];
      }
    }
    return false;
  }

  /** The number of rows of a page when this many are requested. */
  public int rows(int asked) {
    return Math.min(asked, pageCap.orElse(asked));
  }

  /** The rows of a page, counted from 1; none if the page is after the end. */
  public <T> List<T> page(List<T> all, int page, int rows) {
    long from = repeatFirstPage ? 0 : Math.min((page - 1L) * rows, all.size());
    return all.subList((int) from, (int) Math.min(from + rows, all.size()));
  }

  public int total(int actual) {
    return claimedTotal.orElse(actual);
  }
}
