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
        + " failed in "
        + duration.toMillis()
        + " ms: "
        + exception.getMessage();
  }

  /** Events hold only this type, while the caller's own code may throw any unchecked exception. */
  private static XrayTransportException transportFailure(
      AttemptEvent started, RuntimeException thrown) {
    return thrown instanceof XrayTransportException
        ? (XrayTransportException) thrown
        : new XrayTransportException(
            started.method(), started.uri(), "the attempt was ended by " + thrown, thrown);
  }
}
