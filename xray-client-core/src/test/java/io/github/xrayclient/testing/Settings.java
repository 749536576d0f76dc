package io.github.xrayclient.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How the server is told to behave; changed by tests while it runs. */
final class Settings {
  volatile Optional<String> token = Optional.empty();
  volatile Duration latency = Duration.ZERO;
  volatile OptionalInt pageCap = OptionalInt.empty();
  volatile boolean repeatFirstPage;
  volatile OptionalInt claimedTotal = OptionalInt.empty();
  volatile boolean blockFromCacheAllowed = true;
  volatile String version = "3.116.0";

  boolean admits(RecordedRequest request) {
    return token.isEmpty() || request.header("Authorization").equals(token.map("Bearer "::concat));
  }
}
