package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client, many threads. */
@Timeout(120)
class SharedClientTest {
  private static final int THREADS = 200;
  private static final int REQUESTS_OF_A_THREAD = 100;

  private final FakeXray fake = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.bearer("t0ken-of-the-test"))
      .retryPolicy(RetryPolicy.none())
      .build();

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static String name(int number) {
    return "policy/" + number + " \u00fc%";
  }

  private ApiCall<JsonNode> get(int number) {
    return xray.call("GET", "/xray/api/v2/policies/{name}", name(number)).readAs(JsonNode.class);
  }

  @Test
  void givesEveryThreadItsOwnAnswers() throws Exception {
    fake.seed(
        FakeXray.Kind.POLICIES,
        IntStream.range(0, THREADS)
            .mapToObj(number -> "{\"name\":\"" + name(number) + "\"}")
            .collect(Collectors.joining(",", "[", "]")));
    CountDownLatch start = new CountDownLatch(1);
    List<FutureTask<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      FutureTask<Integer> task = new FutureTask<>(() -> {
        start.await();
        int right = 0;
        for (int request = 0; request < REQUESTS_OF_A_THREAD; request++) {
          right += get(number).send().path("name").asText().equals(name(number)) ? 1 : 0;
        }
        return right;
      });
      tasks.add(task);
      Thread thread = new Thread(task, "caller-" + number);
      thread.setDaemon(true);
      thread.start();
    }

    start.countDown();

    for (FutureTask<Integer> task : tasks) {
      assertThat(task.get(100, TimeUnit.SECONDS)).isEqualTo(REQUESTS_OF_A_THREAD);
    }
    assertThat(fake.requests()).hasSize(THREADS * REQUESTS_OF_A_THREAD);
  }

  @Test
  void leavesNoThreadOfItsOwnWhenItIsClosed() throws Exception {
    fake.seed(FakeXray.Kind.POLICIES, "{\"name\":\"" + name(1) + "\"}");
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(20);
    List<CompletableFuture<String>> futures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      futures.add(xray.call("GET", "/xray/api/v2/policies/{name}", name(1))
          .decodedBy(answer -> {
            threads.add(Thread.currentThread());
            all.countDown();
            try {
              all.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return answer.text();
          })
          .sendAsync());
    }
    for (CompletableFuture<String> future : futures) {
      assertThat(future.get(30, TimeUnit.SECONDS)).contains(name(1));
    }
    assertThat(threads).hasSize(20).allSatisfy(thread -> {
      assertThat(thread.getName()).startsWith("xray-client-");
      assertThat(thread.isDaemon()).isTrue();
    });

    xray.close();

    for (Thread thread : threads) {
      thread.join(5_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void leavesNoThreadOfItsOwnWhenItIsClosedInTheMiddleOfCalls() throws Exception {
    fake.failNext(FakeXray.Fault.STALLED_HEADERS, 10);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch begun = new CountDownLatch(10);
    List<CompletableFuture<JsonNode>> futures = new ArrayList<>();
    try (XrayClient busy = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .addListener(new CallListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            threads.add(Thread.currentThread());
            begun.countDown();
          }
        })
        .build()) {
      for (int i = 0; i < 10; i++) {
        futures.add(
            busy.call("GET", "/xray/api/v2/policies").readAs(JsonNode.class).sendAsync());
      }
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    for (Thread thread : threads) {
      thread.join(5_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    assertThat(threads).hasSize(10);
    assertThat(futures).allMatch(CompletableFuture::isCompletedExceptionally);
  }
}
