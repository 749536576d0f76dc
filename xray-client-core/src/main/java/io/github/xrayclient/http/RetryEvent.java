package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** An attempt whose result is not final: after a wait, the request will be sent again. */
public interface RetryEvent extends AttemptEvent {
  /** Why the request will be sent again. */
  RetryReason reason();

  /** The status of the answer, for {@link RetryReason#STATUS}. */
  OptionalInt statusCode();

  /** The failure, for all reasons but {@link RetryReason#STATUS}. */
  Optional<XrayTransportException> exception();

  /** How long the call waits before the next attempt. */
  Duration waitTime();

  /** The reason in words, such as {@code the server answered 503}. */
  String explanation();
}
