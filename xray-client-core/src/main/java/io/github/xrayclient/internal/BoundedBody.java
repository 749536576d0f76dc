package io.github.xrayclient.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a size and a time; the JDK's own request timeout ends at the headers. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int maxBytes;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
  private final List<ByteBuffer> received = new ArrayList<>();
  private Flow.@Nullable Subscription subscription;
  private int size;

  BoundedBody(int maxBytes, long remainingNanos) {
    this.maxBytes = maxBytes;
    timer.orTimeout(Math.max(1, remainingNanos), TimeUnit.NANOSECONDS);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    timer.whenComplete((nothing, late) -> {
      if (late != null) {
        fail(new HttpTimeoutException("the body did not end in time"));
      }
    });
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > maxBytes - size) {
        received.clear();
        fail(new TooLargeException(maxBytes));
        return;
      }
      size += buffer.remaining();
      received.add(buffer);
    }
  }

  @Override
  public void onError(Throwable failure) {
    timer.complete(null);
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    timer.complete(null);
    byte[] all = new byte[size];
    int at = 0;
    for (ByteBuffer buffer : received) {
      int length = buffer.remaining();
      buffer.get(all, at, length);
      at += length;
    }
    body.complete(all);
  }

  private void fail(IOException failure) {
    Flow.Subscription open = subscription;
    if (body.completeExceptionally(failure) && open != null) {
      timer.complete(null);
      open.cancel();
    }
  }

  /** The answer is larger than the client takes. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int maxBytes) {
      super("the answer is larger than " + maxBytes + " bytes");
    }
  }
}
