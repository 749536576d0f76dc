package io.github.xrayclient.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies whose end, failure and time limit come at the same moment. */
class TimedBodyTest {
  private static final long LONG = TimeUnit.HOURS.toNanos(1);

  private final Exchange exchange = new Exchange();

  private static List<ByteBuffer> bytes() {
    return List.of(ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  @Nested
  class Failure {
    @Test
    void staysTheFirstThoughTheLastBytesComeMeanwhile() {
      TimedBody body = new TimedBody(LONG) {
        @Override
        void take(ByteBuffer buffer) throws IOException {
          throw new IOException("full");
        }

        @Override
        byte[] whole() {
          return new byte[3];
        }

        @Override
        void drop() {
          receiver().onComplete(); // as the connection's thread may, while another one gives up
        }
      };
      body.receiver().onSubscribe(exchange);

      body.receiver().onNext(bytes());

      assertThatThrownBy(body::bytes).isInstanceOf(IOException.class).hasMessage("full");
      assertThat(exchange.cancelled).isTrue();
    }

    @Test
    void staysTheFirstThoughTheExchangeFailsWhenItIsCancelled() {
      TimedBody body = new BoundedBody(2, LONG);
      exchange.onCancel = () -> body.receiver().onError(new IOException("cut short"));
      body.receiver().onSubscribe(exchange);

      body.receiver().onNext(bytes());

      assertThat(body.receiver().getBody().toCompletableFuture())
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableThat()
          .withMessageContaining("larger than 2 bytes");
    }

    @Test
    void staysTheFirstThoughTheFileIsClosedMeanwhile(@TempDir Path folder) {
      FileBody body = new FileBody(folder.resolve("answer"), LONG);
      body.receiver().onSubscribe(exchange);
      body.receiver().onNext(bytes());

      body.receiver().onError(new IOException("reset"));
      body.receiver().onNext(bytes());
      body.receiver().onComplete();

      assertThat(body.receiver().getBody().toCompletableFuture())
          .failsWithin(1, TimeUnit.SECONDS)
          .withThrowableThat()
          .withMessageContaining("reset");
    }
  }

  @Test
  void holdsTheBytesOfAWholeBody() throws IOException {
    TimedBody body = new BoundedBody(100, LONG);
    body.receiver().onSubscribe(exchange);
    body.receiver().onNext(bytes());
    body.receiver().onComplete();

    assertThat(body.bytes()).containsExactly(1, 2, 3);
    assertThat(exchange.cancelled).isFalse();
  }

  @Nested
  class Stopping {
    @Test
    void cancelsAndWritesNoFileAnyMore(@TempDir Path folder) {
      Path file = folder.resolve("answer");
      FileBody body = new FileBody(file, LONG);
      body.receiver().onSubscribe(exchange);

      body.stop();
      body.receiver().onNext(bytes());
      body.receiver().onComplete();

      assertThat(exchange.cancelled).isTrue();
      assertThat(file).doesNotExist();
      assertThat(body.receiver().getBody()).isCompletedExceptionally();
    }

    @Test
    void cancelsWhatBeginsLater() {
      TimedBody body = new BoundedBody(100, LONG);

      body.stop();
      body.receiver().onSubscribe(exchange);

      assertThat(exchange.cancelled).isTrue();
      assertThat(exchange.requested).isFalse();
    }

    @Test
    void closesTheFileOfAWholeBodyToo(@TempDir Path folder) {
      FileBody body = new FileBody(folder.resolve("answer"), LONG);
      body.receiver().onSubscribe(exchange);
      body.receiver().onNext(bytes());
      body.receiver().onComplete();

      body.stop();

      assertThat(body.receiver().getBody().toCompletableFuture())
          .succeedsWithin(10, TimeUnit.SECONDS)
          .isSameAs(body);
      assertThat(exchange.cancelled).isFalse();
      assertThatThrownBy(body::bytes).hasMessageContaining("no longer needed");
    }
  }

  private static final class Exchange implements Flow.Subscription {
    private boolean requested;
    private boolean cancelled;
    private Runnable onCancel = () -> {};

    @Override
    public void request(long count) {
      requested = true;
    }

    @Override
    public void cancel() {
      cancelled = true;
      onCancel.run();
    }
  }
}
