package io.github.xrayclient.internal.http;

import io.github.xrayclient.internal.transport.Interruption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that makes this object when its time is over. */
final class TimeLimit {
  private final Interruption work = new Interruption();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  /** Begins; {@link #end()} must follow on the same thread. */
  TimeLimit(Duration limit) {
    over.thenAccept(isOver -> {
      if (isOver) {
        work.interrupt();
      }
    });
    over.completeOnTimeout(true, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends; true if the time was over before that. May be called again. */
  boolean end() {
    over.complete(false);
    return work.end();
  }
}
