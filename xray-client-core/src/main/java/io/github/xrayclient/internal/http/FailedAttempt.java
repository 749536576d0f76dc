package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import io.github.xrayclient.http.CallListener.FailureEvent;
import java.time.Duration;

/** The event of an attempt that received no complete answer. */
final class FailedAttempt extends StartedAttempt implements FailureEvent {
  private final Duration duration;
  private final XrayTransportException exception;

  FailedAttempt(
      AttemptEvent started, RuntimeException thrown, Duration duration, Redaction redaction) {
    super(started);
    this.duration = duration;
    this.exception = redaction.failure(transportFailure(started, thrown));
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public XrayTransportException exception() {
    return exception;
  }

  @Override
  public String toString() {
    return super.toString()
        + " failed after "
        + duration.toMillis()
        + " ms: "
        + exception.getMessage();
  }

  /** Wraps an exception of another type, which code of the caller may throw. */
  private static XrayTransportException transportFailure(
      AttemptEvent started, RuntimeException thrown) {
    return thrown instanceof XrayTransportException
        ? (XrayTransportException) thrown
        : new XrayTransportException(
            started.method(), started.uri(), "the attempt failed with " + thrown, thrown);
  }
}
