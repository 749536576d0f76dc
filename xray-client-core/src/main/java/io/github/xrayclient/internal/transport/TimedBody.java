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

/** Receives a body up to a time; the JDK's own request timeout ends at the headers. */
abstract class TimedBody implements Flow.Subscriber<List<ByteBuffer>> {
  /** The JDK asks a receiver of its own for the body at once, and any other by another thread. */
  private final BodySubscriber<TimedBody> receiver =
      BodySubscribers.fromSubscriber(this, body -> body);

  /** The first of: the last bytes, a failure and the timer; they may come at the same moment. */
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

  TimedBody(long remainingNanos) {
    end.orTimeout(Math.max(1, remainingNanos), TimeUnit.NANOSECONDS);
  }

  /** Takes the next bytes. */
  abstract void take(ByteBuffer buffer) throws IOException;

  /** Whether enough was taken, so that the rest of the body is not waited for. */
  boolean isCut() {
    return false;
  }

  /** What the answer has as its body, after all bytes were taken. */
  abstract byte[] whole() throws IOException;

  /** Gives up what was taken, after a failure; may be called from another thread. */
  abstract void drop() throws IOException;

  /** What the JDK writes to. */
  final BodySubscriber<TimedBody> receiver() {
    return receiver;
  }

  /** The body, after the JDK has it whole; what failed meanwhile fails here. */
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

  /** Gives all up, since nobody waits for it; may be called from any thread, and at any time. */
  final void stop() {
    IOException nobody = new IOException("nobody waits for the answer");
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
    subscription
        .cancel(); // only now, since newer JDKs then tell the receiver of a failure of theirs
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
      return new HttpTimeoutException("the body did not end in time");
    }
    return reason instanceof IOException ? (IOException) reason : new IOException(reason);
  }
}
