package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testing.FakeXray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls on the client's own threads. */
@Timeout(60)
class AsyncCallTest {
  private static final String LIST = "/xray/api/v2/policies";

  private final FakeXray fake = FakeXray.start();
  private final AtomicInteger attempts = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<Thread> worker = new CompletableFuture<>();
  private final XrayClient xray = client()
      .addInterceptor((request, next) -> {
        attempts.incrementAndGet();
        worker.complete(Thread.currentThread());
        begun.countDown();
        return next.send(request);
      })
      .build();

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder().baseUrl(fake.url()).credentials(Credentials.anonymous());
  }

  private ApiCall<JsonNode> list() {
    return xray.call("GET", LIST).readAs(JsonNode.class);
  }

  /** Ways to say that nobody waits any more. */
  enum End {
    CANCEL(future -> future.cancel(true)),
    CANCEL_SOFTLY(future -> future.cancel(false)),
    TIMEOUT(future -> future.completeExceptionally(new TimeoutException())),
    ANSWER(future -> future.complete(null));

    private final Consumer<CompletableFuture<JsonNode>> way;

    End(Consumer<CompletableFuture<JsonNode>> way) {
      this.way = way;
    }
  }

  private static void awaitState(Thread thread, String method) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (List.of(thread.getStackTrace()).stream()
        .noneMatch(frame -> frame.toString().contains(method))) {
      assertThat(System.nanoTime()).as(method + " was not reached").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Nested
  class Cancelling {
    @ParameterizedTest
    @EnumSource(End.class)
    void endsTheWaitBeforeARetryAndTheRetries(End end) throws Exception {
      fake.failNext(503, 100, "Retry-After", "30");
      CompletableFuture<JsonNode> future = list().sendAsync();
      begun.await();
      awaitState(worker.get(), "RetryWait.sleep");

      end.way.accept(future);

      CompletableFuture<?> next = isFree(worker.get());
      next.get(20, TimeUnit.SECONDS);
      assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void endsTheExchange(End end) throws Exception {
      fake.failNext(FakeXray.Fault.STALLED_HEADERS, 1);
      CompletableFuture<JsonNode> future = list().sendAsync();
      begun.await();
      awaitState(worker.get(), "JdkTransport.exchange");

      end.way.accept(future);

      isFree(worker.get()).get(20, TimeUnit.SECONDS);
      assertThat(attempts).hasValue(1);
    }

    /** Done when that thread, which is idle after its call, runs something else, uninterrupted. */
    private CompletableFuture<?> isFree(Thread thread) {
      CompletableFuture<Boolean> free = new CompletableFuture<>();
      CountDownLatch found = new CountDownLatch(1);
      for (int i = 0; i < 64; i++) {
        xray.executor().execute(() -> {
          if (Thread.currentThread() == thread) {
            free.complete(Thread.currentThread().isInterrupted());
            found.countDown();
          }
          try {
            found.await();
          } catch (InterruptedException e) {
            free.completeExceptionally(e);
          }
        });
      }
      return free.thenAccept(flag -> assertThat(flag).as("a flag that outlives").isFalse());
    }

    @Test
    void endsABlockingSupplierOfTokens() throws Exception {
      CompletableFuture<Throwable> supplier = new CompletableFuture<>();
      try (XrayClient asking = client()
          .credentials(Credentials.refreshing(() -> {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              supplier.complete(e);
            }
            return AccessToken.of("token");
          }))
          .build()) {
        CompletableFuture<JsonNode> future =
            asking.call("GET", LIST).readAs(JsonNode.class).sendAsync();
        begun.await();

        future.cancel(true);

        assertThat(supplier.get(20, TimeUnit.SECONDS)).isNotNull();
      }
    }

    @Test
    void beforeTheCallBeginsSendsNothing() {
      List<Runnable> waiting = new ArrayList<>();
      try (XrayClient queued = client().executor(waiting::add).build()) {
        CompletableFuture<JsonNode> future =
            queued.call("GET", LIST).readAs(JsonNode.class).sendAsync();

        future.cancel(true);
        waiting.forEach(Runnable::run);

        assertThat(future).isCancelled();
      }
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void afterTheCallHasEndedInterruptsNobody() throws Exception {
      CompletableFuture<JsonNode> future = list().sendAsync();
      assertThat(future.get(20, TimeUnit.SECONDS)).isEmpty();

      future.cancel(true);

      isFree(worker.get()).get(20, TimeUnit.SECONDS);
      assertThat(future.join()).isEmpty();
    }
  }

  @Nested
  class Many {
    private Set<String> threads(String prefix) {
      return Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(name -> name.startsWith(prefix))
          .collect(Collectors.toSet());
    }

    @Test
    void callsAtOnceShareAFewThreadsAndConnections() {
      Set<Thread> used = ConcurrentHashMap.newKeySet();
      AtomicInteger underWay = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      AtomicInteger workers = new AtomicInteger();
      List<CompletableFuture<String>> futures = new ArrayList<>();
      try (XrayClient busy = client()
          .addInterceptor((request, next) -> {
            used.add(Thread.currentThread());
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
              return next.send(request);
            } finally {
              if (underWay.decrementAndGet() == 32) {
                int all =
                    threads("xray-client-").size() + threads("HttpClient-").size();
                workers.accumulateAndGet(all, Math::max);
              }
            }
          })
          .build()) {
        for (int i = 0; i < 3_000; i++) {
          futures.add(busy.call("GET", LIST).decodedBy(ApiResponse::text).sendAsync());
        }
        assertThat(futures)
            .allSatisfy(future -> assertThat(future.get(50, TimeUnit.SECONDS)).isEqualTo("[]"));
      }

      assertThat(fake.requests()).hasSize(3_000);
      assertThat(used).hasSizeBetween(2, 64);
      assertThat(most).hasValueLessThanOrEqualTo(64);
      assertThat(workers).hasValueLessThan(300);
    }
  }

  @Nested
  class Closing {
    @Test
    void failsLaterWorkInItsFutureAndNotAtTheCaller() {
      xray.close();

      CompletableFuture<List<Policy>> future =
          CompletableFuture.supplyAsync(() -> xray.policies().list(), xray.executor());

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> future.get(20, TimeUnit.SECONDS))
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageContaining("closed");
    }

    @Test
    void failsLaterWorkOfATransportThatDoesNotCareForBeingClosed() {
      XrayClient careless = client()
          .transport(new Transport() {
            @Override
            public ApiResponse send(ApiRequest request) {
              throw new AssertionError("sent");
            }

            @Override
            public void close() {}
          })
          .build();
      careless.close();

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> careless.call("GET", LIST).sendAsync().join())
          .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsWhatStillWaitsForAThread() throws Exception {
      CountDownLatch all = new CountDownLatch(64);
      List<CompletableFuture<?>> futures = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        futures.add(CompletableFuture.supplyAsync(
            () -> {
              all.countDown();
              try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
              } catch (InterruptedException e) {
                throw new CompletionException(e);
              }
            },
            xray.executor()));
      }
      CompletableFuture<JsonNode> call = list().sendAsync();
      all.await();

      xray.close();

      for (CompletableFuture<?> future : futures) {
        assertThat(future)
            .failsWithin(20, TimeUnit.SECONDS)
            .withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(InterruptedException.class);
      }
      assertThat(call)
          .failsWithin(20, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(IllegalStateException.class);
    }
  }

  static Stream<Throwable> refusals() {
    return Stream.of(
        new RejectedExecutionException("full"),
        new UnsupportedOperationException("full"),
        new OutOfMemoryError("unable to create native thread, all is full"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void failsIfTheExecutorOfTheCallerRefusesIt(Throwable refusal) {
    Executor full = task -> {
      if (refusal instanceof Error) {
        throw (Error) refusal;
      }
      throw (RuntimeException) refusal;
    };
    try (XrayClient refused = client().executor(full).build()) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> refused.call("GET", LIST).sendAsync().join())
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageContaining("full");
    }
  }

  /** Whichever comes first, the thread is free and without a flag afterwards. */
  @Test
  void cancellingAtAnyMomentLeavesTheThreadsAsTheyWere() throws Exception {
    List<Thread> flagged = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (XrayClient racing = client()
        .executor(task -> threads.execute(() -> {
          task.run();
          if (Thread.interrupted()) {
            flagged.add(Thread.currentThread());
          }
        }))
        .transport(new Transport() {
          @Override
          public ApiResponse send(ApiRequest request) {
            return new ApiResponse(200, Map.of(), new byte[0]);
          }

          @Override
          public void close() {}
        })
        .build()) {
      for (int i = 0; i < 5_000; i++) {
        CompletableFuture<ApiResponse> future = racing.call("GET", LIST).sendAsync();
        for (int spin = i % 50; spin > 0; spin--) {
          Thread.onSpinWait();
        }
        future.cancel(true);
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdownNow();
    }
    assertThat(flagged).isEmpty();
  }
}
