package io.github.xrayclient.internal.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two attempts, at most until the client is closed. */
final class RetryWait implements RetryInterceptor.Sleeper {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public boolean sleep(Duration wait) throws InterruptedException {
    try {
      return !closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      if (isClosed()) {
        return false; // closing the client also interrupts its threads
      }
      throw e;
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  void close() {
    closed.countDown();
  }
}
