package io.github.xrayclient.internal.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of an answer within a time limit, since the JDK's own limit ends at the
 * headers.
 */
abstract class TimedBody implements Flow.Subscriber<List<ByteBuffer>> {
  /**
   * The receiver that the JDK gets. The JDK requests the body from a receiver of its own at once,
   * and from any other receiver on another thread.
   */
  private final BodySubscriber<TimedBody> receiver =
      BodySubscribers.fromSubscriber(this, body -> body);

  /**
   * Completed by the first of the last bytes, a failure or the time limit, which may happen at the
   * same time.
   */
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

  TimedBody(long remainingNanos) {
    end.orTimeout(Math.max(1, remainingNanos), TimeUnit.NANOSECONDS);
  }

  /** Receives the next bytes. */
  abstract void take(ByteBuffer buffer) throws IOException;

  /** Whether {@link #take} may wait, for example for a disk. */
  boolean mayWait() {
    return false;
  }

  /** Whether enough bytes were received, so that the rest of the body is not needed. */
  boolean isCut() {
    return false;
  }

  /** Returns the body of the answer after all bytes were received. */
  abstract byte[] whole() throws IOException;

  /** Discards the received bytes after a failure; may be called by another thread. */
  abstract void drop() throws IOException;

  /** Returns the receiver to which the JDK writes. */
  final BodySubscriber<TimedBody> receiver() {
    return receiver;
  }

  /** Returns the body after the JDK has received it, or throws what failed meanwhile. */
  final byte[] bytes() throws IOException {
    Throwable reason = end.handle((nothing, failure) -> failure).join();
    if (reason != null) {
      throw failure(reason);
    }
    return whole();
  }

  @Override
  public final void onSubscribe(Flow.Subscription subscription) {
    end.whenComplete((nothing, reason) -> {
      if (reason != null) {
        giveUp(subscription, failure(reason));
      } else if (isCut()) {
        receiver.onComplete();
        subscription.cancel();
      }
    });
    if (!end.isDone()) {
      subscription.request(Long.MAX_VALUE);
    }
  }

  /**
   * Stops receiving, since nobody waits for the answer; may be called by any thread at any time.
   */
  final void stop() {
    IOException nobody = new IOException("the answer is no longer needed");
    if (!end.completeExceptionally(nobody)) {
      drop(nobody);
    }
  }

  @Override
  public final void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        take(buffer);
      }
      if (isCut()) {
        onComplete();
      }
    } catch (IOException e) {
      onError(e);
    }
  }

  @Override
  public final void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public final void onComplete() {
    end.complete(null);
  }

  private void giveUp(Flow.Subscription subscription, IOException failure) {
    drop(failure);
    receiver.onError(failure);
    subscription.cancel(); // last, since newer JDKs then report a failure to the receiver
  }

  private void drop(IOException failure) {
    try {
      drop();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static IOException failure(Throwable reason) {
    if (reason instanceof TimeoutException) {
      return new HttpTimeoutException("the body of the answer was not complete in time");
    }
    return reason instanceof IOException ? (IOException) reason : new IOException(reason);
  }
}
