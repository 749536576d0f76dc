package io.github.xrayclient.internal.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a caller's code on a separate thread, so that an interrupt always ends the wait for it. */
final class SeparateThread<T> {
  private final FutureTask<T> task;

  /** Starts the code on a thread of this name. */
  SeparateThread(String name, Callable<T> code) {
    task = new FutureTask<>(code);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for what the code returns or throws.
   *
   * @throws InterruptedException if this thread is interrupted; the code is then interrupted too
   */
  T result() throws Exception {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      Throwable thrown = e.getCause();
      if (thrown instanceof Error) {
        throw (Error) thrown;
      }
      throw (Exception) thrown;
    }
  }
}
