package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.Attempt;
import io.github.xrayclient.http.CallListener;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Tells a listener of attempts without the credentials that a server may have repeated. */
final class RedactedListener implements CallListener {
  private final CallListener listener;
  private final Redaction redaction;

  RedactedListener(CallListener listener, Redaction redaction) {
    this.listener = listener;
    this.redaction = redaction;
  }

  @Override
  public void onAttempt(Attempt attempt) {
    listener.onAttempt(redacted(attempt));
  }

  @Override
  public void onRetry(Attempt attempt) {
    listener.onRetry(redacted(attempt));
  }

  @Override
  public void onAnswer(
      Attempt attempt, int statusCode, Duration duration, Optional<String> requestId) {
    listener.onAnswer(redacted(attempt), statusCode, duration, requestId.map(redaction::text));
  }

  @Override
  public void onFailure(Attempt attempt, Duration duration, XrayTransportException failure) {
    listener.onFailure(redacted(attempt), duration, redaction.failure(failure));
  }

  /** A redirect that is followed may hold a token. */
  private Attempt redacted(Attempt attempt) {
    URI address = redaction.address(attempt.uri());
    return address.equals(attempt.uri())
        ? attempt
        : new Attempt(ApiRequest.of(attempt.method(), address).withAttempt(attempt.number()));
  }
}
