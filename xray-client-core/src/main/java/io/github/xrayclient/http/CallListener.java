package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears of every attempt, for metrics and tracing; asking again with a new token after a 401 is part
 * of the attempt. Called on the thread of the call, so it should be
 * quick, must be thread-safe, and an exception of it ends the call.
 */
public interface CallListener {
  /** An attempt begins. */
  default void onAttempt(Attempt attempt) {}

  /** An attempt that is not the first begins; {@link #onAttempt} follows. */
  default void onRetry(Attempt attempt) {}

  /** The whole answer is there, whatever its status. */
  default void onAnswer(
      Attempt attempt, int statusCode, Duration duration, Optional<String> requestId) {}

  /** No complete answer came. */
  default void onFailure(Attempt attempt, Duration duration, XrayTransportException failure) {}
}
