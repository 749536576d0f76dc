package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.transport.Interruption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs on an executor. If its future is completed from outside, for example cancelled,
 * the call does not begin, or its thread is interrupted.
 */
final class AsyncCall<T> extends CompletableFuture<T> implements Runnable {
  private final Supplier<T> call;
  private @Nullable Interruption running; // guarded by this

  private AsyncCall(Supplier<T> call) {
    this.call = call;
  }

  /** Submits a call to the executor. If the executor does not accept it, the future fails. */
  static <T> CompletableFuture<T> start(Supplier<T> call, Executor executor) {
    AsyncCall<T> future = new AsyncCall<>(call);
    future.whenComplete((value, failure) -> future.stop());
    try {
      executor.execute(future);
    } catch (RuntimeException | Error e) { // an Error if no thread can be created
      future.completeExceptionally(
          new IllegalStateException("the client's executor did not accept the call: " + e, e));
    }
    return future;
  }

  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    T value;
    try {
      value = call.get();
    } catch (Throwable e) {
      end();
      completeExceptionally(e);
      return;
    }
    end();
    complete(value);
  }

  private synchronized boolean begin() {
    if (isDone()) {
      return false;
    }
    running = new Interruption();
    return true;
  }

  private synchronized void end() {
    if (running != null) {
      running.end();
      running = null;
    }
  }

  private synchronized void stop() {
    if (running != null) {
      running.interrupt();
    }
  }
}
