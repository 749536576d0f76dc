package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.Attempt;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.internal.secret.VisibleText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Writes every attempt to the log {@code io.github.xrayclient} at debug. */
final class DebugLog implements CallListener {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final Redaction redaction;

  DebugLog(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public void onAnswer(
      Attempt attempt, int statusCode, Duration duration, Optional<String> requestId) {
    LOG.log(
        Level.DEBUG,
        () -> redacted(attempt
            + " answered "
            + statusCode
            + " in "
            + duration.toMillis()
            + " ms"
            + requestId.map(id -> ", request id " + id).orElse("")));
  }

  @Override
  public void onFailure(Attempt attempt, Duration duration, XrayTransportException failure) {
    LOG.log(
        Level.DEBUG,
        () -> redacted(
            attempt + " failed in " + duration.toMillis() + " ms: " + failure.getMessage()));
  }

  private String redacted(String line) {
    return VisibleText.oneLine(redaction.text(line));
  }
}
