package io.github.xrayclient.examples.cli;

import io.github.xrayclient.http.CallListener;
import java.util.Locale;

/** Counts the requests of a command. Thread-safe. */
final class RequestCount implements CallListener {
  private int attempts;
  private int answers;

  @Override
  public synchronized void onAttempt(AttemptEvent event) {
    attempts++;
  }

  @Override
  public synchronized void onAnswer(AnswerEvent event) {
    answers++;
  }

  /** What is known about a command that has been at work for some seconds. */
  synchronized String text(long seconds) {
    return attempts == 0
        ? String.format(Locale.ROOT, "working: %,d s", seconds)
        : String.format(
            Locale.ROOT, "waiting for the server: %,d s, answers so far: %,d", seconds, answers);
  }
}
