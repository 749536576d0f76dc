package io.github.xrayclient.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The current thread of these tests stands for the selector thread of the JDK's client. */
class ClientThreadsTest {
  private static final long LIMIT = Duration.ofSeconds(30).toNanos();

  private final ClientThreads threads = new ClientThreads();
  private final TimedBody quick = new BoundedBody(100, LIMIT);

  @AfterEach
  void close() {
    threads.close();
  }

  private Thread threadOfATask() {
    CompletableFuture<Thread> used = new CompletableFuture<>();
    threads.execute(() -> used.complete(Thread.currentThread()));
    return used.join();
  }

  private void assertSelector() {
    assertThat(threadOfATask()).isSameAs(Thread.currentThread());
  }

  private void assertOther() {
    assertThat(threadOfATask()).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
  }

  @Test
  void anotherThreadRunsWhatComesBeforeTheBody() {
    ClientThreads.Exchange exchange = threads.begin();
    assertOther();
    exchange.end();
  }

  @Test
  void theSelectorReceivesTheBodyOfTheOnlyExchange() {
    ClientThreads.Exchange exchange = threads.begin();
    exchange.receives(quick);
    assertSelector();
    exchange.end();
    assertOther();
  }

  @Test
  void anotherThreadReceivesABodyWhileAnotherExchangeIsInProgress() {
    ClientThreads.Exchange exchange = threads.begin();
    exchange.receives(quick);
    ClientThreads.Exchange other = threads.begin();
    assertOther();
    other.end();
    assertSelector();
    exchange.end();
  }

  @Test
  void anotherThreadReceivesTwoBodies() {
    ClientThreads.Exchange exchange = threads.begin();
    ClientThreads.Exchange other = threads.begin();
    exchange.receives(quick);
    other.receives(new BoundedBody(100, LIMIT));
    assertOther();
    exchange.end();
    assertSelector();
    other.end();
  }

  @Test
  void anotherThreadWritesToAFile() {
    ClientThreads.Exchange exchange = threads.begin();
    exchange.receives(new FileBody(Path.of("never-written"), LIMIT));
    assertOther();
    exchange.end();
  }

  @Test
  void aBodyThatArrivesAfterTheEndOfItsExchangeDoesNotCount() {
    ClientThreads.Exchange late = threads.begin();
    late.end();
    late.receives(quick);
    ClientThreads.Exchange next = threads.begin();
    assertOther();
    next.end();
  }

  @Test
  void noTaskIsAcceptedAfterTheEnd() {
    threads.close();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> threads.execute(() -> {}));
  }
}
