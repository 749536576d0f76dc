package io.github.xrayclient.examples.cli;

import io.github.xrayclient.examples.terminal.StatusLine;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows once a second on a terminal that a command is at work, also while it waits for a single
 * answer. A command that knows how much is left to do shows that instead.
 */
final class Heartbeat implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
      });
  private final StatusLine status;
  private final RequestCount requests;
  private long seconds;

  Heartbeat(StatusLine status, RequestCount requests) {
    this.status = status;
    this.requests = requests;
  }

  /** Begins to show it, if there is a terminal. */
  Heartbeat start() {
    if (status.isOnTerminal()) {
      timer.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }
    return this;
  }

  /** Called every second. */
  void beat() {
    seconds++;
    status.showAtLeast(() -> requests.text(seconds));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
