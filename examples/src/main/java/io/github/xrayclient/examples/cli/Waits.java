package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.http.CallListener;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells people that the server asks the command to wait, with the status 429: on standard error
 * once for a command, with a summary at its end. A terminal shows each wait while it lasts.
 * Thread-safe.
 */
final class Waits implements CallListener {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Consumer<String> say;
  private StatusLine status = StatusLine.none();
  private int count;
  private Duration total = Duration.ZERO;

  /**
   * @param say prints a sentence on standard error
   */
  Waits(Consumer<String> say) {
    this.say = say;
  }

  synchronized void showOn(StatusLine line) {
    status = line;
  }

  @Override
  public synchronized void onRetry(RetryEvent event) {
    if (event.statusCode().orElse(0) == TOO_MANY_REQUESTS) {
      count++;
      total = total.plus(event.waitTime());
      if (count == 1) {
        say.accept("The server received too many requests (429); the command waits "
            + seconds(event.waitTime()) + " and continues.");
      }
    }
    status.showNow("waiting " + seconds(event.waitTime()) + ", because " + event.explanation());
  }

  /** Says how often the command waited, if that was more than once. */
  synchronized void sayTotal() {
    if (count > 1) {
      say.accept("The command waited " + count + " times, " + seconds(total)
          + " in all, because the server received too many requests (429).");
    }
  }

  private static String seconds(Duration wait) {
    long millis = wait.toMillis();
    return millis < 1_000 ? millis + " ms" : Math.round(millis / 1_000.0) + " s";
  }
}
