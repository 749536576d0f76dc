package io.github.xrayclient.internal.http;

import io.github.xrayclient.internal.transport.Interruption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that creates this object when a time limit is reached. */
final class TimeLimit {
  private final Interruption work = new Interruption();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  /** Starts the time; {@link #end()} must be called on the same thread. */
  TimeLimit(Duration limit) {
    over.thenAccept(isOver -> {
      if (isOver) {
        work.interrupt();
      }
    });
    over.completeOnTimeout(true, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Stops the time; returns whether the limit was reached. It may be called again. */
  boolean end() {
    over.complete(false);
    return work.end();
  }
}
