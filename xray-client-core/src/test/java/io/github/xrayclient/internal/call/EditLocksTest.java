package io.github.xrayclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EditLocksTest {
  private final EditLocks locks = new EditLocks();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static ApiRequest write(String object) {
    return ApiRequest.of("PUT", URI.create("http://localhost/xray/api/v2/policies/" + object));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void letOneThreadEditAnObjectAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    @SuppressWarnings("ThreadPriorityCheck") // lets the others in, if they can come in
    Supplier<Integer> work = () -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      return inside.decrementAndGet();
    };

    List<Future<Integer>> edits = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      edits.add(threads.submit(() -> locks.alone(write("p"), work)));
    }
    for (Future<Integer> edit : edits) {
      edit.get();
    }

    assertThat(most).hasValue(1);
    assertThat(locks.size()).isZero();
  }

  @Test
  void letTheSameObjectOfAProjectWaitToo() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
        () -> locks.alone(write("p?projectKey=x"), () -> {
          begun.countDown();
          await(done);
          return order.add("project");
        }),
        threads);
    await(begun);

    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(
        () -> locks.alone(write("p"), () -> order.add("global")), threads);
    done.countDown();
    first.join();
    second.join();

    assertThat(order).containsExactly("project", "global");
  }

  @Test
  void letDifferentObjectsBeEditedAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);

    CompletableFuture<?>[] edits = List.of("p", "q").stream()
        .map(object -> CompletableFuture.runAsync(
            () -> locks.alone(write(object), () -> {
              await(both);
              return true;
            }),
            threads))
        .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(edits).join();
  }

  @Test
  void letAThreadGoOnThatEditsTheObjectAlready() {
    String result = locks.alone(write("p"), () -> locks.alone(write("p"), () -> "inner"));

    assertThat(result).isEqualTo("inner");
    assertThat(locks.size()).isZero();
  }

  @Test
  void keepNothingAfterAFailure() {
    assertThatThrownBy(() -> locks.alone(write("p"), () -> {
          throw new IllegalArgumentException("no");
        }))
        .hasMessage("no");

    assertThat(locks.size()).isZero();
  }

  @Test
  void refuseToWaitInACircle() {
    CyclicBarrier both = new CyclicBarrier(2);
    List<CompletableFuture<String>> edits = new ArrayList<>();
    for (List<String> pair : List.of(List.of("p", "q"), List.of("q", "p"))) {
      edits.add(CompletableFuture.supplyAsync(
          () -> locks.alone(write(pair.get(0)), () -> {
            await(both);
            return locks.alone(write(pair.get(1)), () -> "done");
          }),
          threads));
    }

    List<String> results = new ArrayList<>();
    edits.forEach(edit -> results.add(
        edit.handle((done, failure) -> failure == null ? done : String.valueOf(failure.getCause()))
            .join()));

    assertThat(results)
        .contains("done")
        .anySatisfy(result -> assertThat(result)
            .startsWith("java.lang.IllegalStateException: two threads would wait for each other")
            .contains("this edit of /xray/api/v2/policies/")
            .contains("edit one object after the other"));
    assertThat(locks.size()).isZero();
  }

  @Test
  void endTheWaitOfAThreadThatIsInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Future<Boolean> first = threads.submit(() -> locks.alone(write("p"), () -> {
      begun.countDown();
      await(done);
      return true;
    }));
    await(begun);

    Thread.currentThread().interrupt();
    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> locks.alone(write("p"), () -> true))
        .withMessageContaining("interrupted while waiting for another edit")
        .satisfies(e -> assertThat(e.isRequestSent()).isFalse());

    assertThat(Thread.interrupted()).isTrue();
    done.countDown();
    assertThat(first.get()).isTrue();
    assertThat(locks.size()).isZero();
  }
}
