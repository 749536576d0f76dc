package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told of every attempt, for metrics and tracing; repeating a request with a new token after a
 * 401 is a part of the attempt. It is called on the thread of the call, so it should be quick, and
 * it must be thread-safe. An exception that it throws never changes what the call returns; it is
 * logged as a warning by the logger {@code io.github.xrayclient}.
 */
public interface CallListener {
  /** An attempt begins. */
  default void onAttempt(Attempt attempt) {}

  /** An attempt that is not the first begins; {@link #onAttempt} follows. */
  default void onRetry(Attempt attempt) {}

  /** The whole answer is there, whatever its status. */
  default void onAnswer(
      Attempt attempt, int statusCode, Duration duration, Optional<String> requestId) {}

  /** No complete answer came, or an interceptor or a supplier of tokens threw an exception. */
  default void onFailure(Attempt attempt, Duration duration, XrayTransportException failure) {}
}
