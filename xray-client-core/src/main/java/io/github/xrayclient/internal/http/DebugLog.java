package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.internal.secret.VisibleText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs every attempt at level DEBUG to the logger {@code io.github.xrayclient}. */
final class DebugLog implements CallListener {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final Redaction redaction;

  DebugLog(Redaction redaction) {
    this.redaction = redaction;
  }

  static boolean isOn() {
    return LOG.isLoggable(Level.DEBUG);
  }

  @Override
  public void onAnswer(AnswerEvent event) {
    log(event);
  }

  @Override
  public void onFailure(FailureEvent event) {
    log(event);
  }

  private void log(AttemptEvent event) {
    LOG.log(Level.DEBUG, () -> VisibleText.oneLine(redaction.text(event.toString())));
  }
}
