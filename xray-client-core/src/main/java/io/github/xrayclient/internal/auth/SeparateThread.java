package io.github.xrayclient.internal.auth;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs code of the caller on a separate thread, so that an interrupt always ends the wait for it,
 * even if the code ignores interrupts.
 */
final class SeparateThread<T> {
  private final FutureTask<T> task;

  /** Starts the code on a new thread with this name. */
  SeparateThread(String name, Callable<T> code) {
    task = new FutureTask<>(code);
    Thread thread = new Worker(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the thread that waits for the code of the current thread, or the current thread. */
  static Thread waiting() {
    Thread thread = Thread.currentThread();
    while (thread instanceof Worker) {
      thread = ((Worker) thread).waiting;
    }
    return thread;
  }

  /**
   * Waits for the result of the code, or for the exception that it throws.
   *
   * @throws InterruptedException if the waiting thread is interrupted; the code is then interrupted
   *     too
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

  private static final class Worker extends Thread {
    private final Thread waiting = Thread.currentThread();

    Worker(Runnable task, String name) {
      super(task, name);
    }
  }
}
