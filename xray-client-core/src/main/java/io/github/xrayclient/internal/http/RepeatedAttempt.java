package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import io.github.xrayclient.http.CallListener.RetryEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The event of an attempt after which the request will be sent again. */
final class RepeatedAttempt extends StartedAttempt implements RetryEvent {
  private final int statusCode;
  private final @Nullable XrayTransportException exception;
  private final Duration waitTime;

  private RepeatedAttempt(
      AttemptEvent started,
      int statusCode,
      @Nullable XrayTransportException exception,
      Duration waitTime) {
    super(started);
    this.statusCode = statusCode;
    this.exception = exception;
    this.waitTime = waitTime;
  }

  static RepeatedAttempt afterStatus(AttemptEvent started, int statusCode, Duration waitTime) {
    return new RepeatedAttempt(started, statusCode, null, waitTime);
  }

  /**
   * @param exception must not contain a secret
   */
  static RepeatedAttempt afterFailure(
      AttemptEvent started, XrayTransportException exception, Duration waitTime) {
    return new RepeatedAttempt(started, 0, exception, waitTime);
  }

  @Override
  public OptionalInt statusCode() {
    return exception == null ? OptionalInt.of(statusCode) : OptionalInt.empty();
  }

  @Override
  public Optional<XrayTransportException.Kind> failureKind() {
    return exception().map(XrayTransportException::kind);
  }

  @Override
  public Optional<XrayTransportException> exception() {
    return Optional.ofNullable(exception);
  }

  @Override
  public Duration waitTime() {
    return waitTime;
  }

  @Override
  public String explanation() {
    return exception == null ? "the server answered " + statusCode : exception.problem();
  }

  @Override
  public String toString() {
    return super.toString()
        + " will be repeated in "
        + waitTime.toMillis()
        + " ms: "
        + explanation();
  }
}
