package io.github.xrayclient.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Receives a body up to a time; the JDK's own request timeout ends at the headers. */
abstract class TimedBody implements BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Flow.@Nullable Subscription subscription;

  TimedBody(long remainingNanos) {
    timer.orTimeout(Math.max(1, remainingNanos), TimeUnit.NANOSECONDS);
  }

  /** Takes the next bytes. */
  abstract void take(ByteBuffer buffer) throws IOException;

  /** What the answer has as its body, after all bytes were taken. */
  abstract byte[] whole() throws IOException;

  /** Gives up what was taken, after a failure; may be called from another thread. */
  abstract void drop() throws IOException;

  @Override
  public final CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public final void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    timer.whenComplete((nothing, late) -> {
      if (late != null) {
        fail(new HttpTimeoutException("the body did not end in time"));
      }
    });
    if (ended.get()) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  /** Takes no more, since nobody waits for it; may be called from any thread, and at any time. */
  final void stop() {
    fail(new IOException("nobody waits for the answer"));
  }

  @Override
  public final void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        take(buffer);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public final void onError(Throwable failure) {
    end(failure);
  }

  @Override
  public final void onComplete() {
    if (ends()) {
      try {
        body.complete(whole());
      } catch (IOException e) {
        body.completeExceptionally(e);
      }
    }
  }

  private void fail(IOException failure) {
    if (end(failure)) {
      Flow.Subscription open = subscription;
      if (open != null) {
        open.cancel();
      }
    }
  }

  /** Ends with a failure; false if it had ended before. */
  private boolean end(Throwable failure) {
    if (!ends()) {
      return false;
    }
    try {
      drop();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return body.completeExceptionally(failure);
  }

  /** True for the first: the last bytes, a failure and the timer may come at the same moment. */
  private boolean ends() {
    timer.complete(null);
    return ended.compareAndSet(false, true);
  }
}
