package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.http.CallListener;
import java.util.Locale;

/** Shows how many requests were answered, for commands that do not know how much is left to do. */
final class RequestCount implements CallListener {
  private final StatusLine status;
  private int answers;

  RequestCount(StatusLine status) {
    this.status = status;
  }

  @Override
  public synchronized void onAttempt(AttemptEvent event) {
    show();
  }

  @Override
  public synchronized void onAnswer(AnswerEvent event) {
    answers++;
    show();
  }

  private void show() {
    status.showAtLeast(
        () -> String.format(Locale.ROOT, "waiting for the server: %,d requests answered", answers));
  }
}
