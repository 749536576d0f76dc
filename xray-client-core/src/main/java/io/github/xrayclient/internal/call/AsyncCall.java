package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.transport.Interruption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call on an executor. If somebody else completes its future, for example by cancelling it, the
 * call ends: it does not begin, or its thread is interrupted.
 */
final class AsyncCall<T> extends CompletableFuture<T> implements Runnable {
  private final Supplier<T> call;
  private @Nullable Interruption running; // guarded by this

  private AsyncCall(Supplier<T> call) {
    this.call = call;
  }

  /** Begins a call; if the executor does not take it, for whatever reason, the future fails. */
  static <T> CompletableFuture<T> start(Supplier<T> call, Executor executor) {
    AsyncCall<T> future = new AsyncCall<>(call);
    future.whenComplete((value, failure) -> future.stop());
    try {
      executor.execute(future);
    } catch (RuntimeException | Error e) { // the latter if no thread can be made
      future.completeExceptionally(
          new IllegalStateException("the client's executor does not accept the call: " + e, e));
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
