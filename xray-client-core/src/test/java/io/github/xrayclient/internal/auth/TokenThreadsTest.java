package io.github.xrayclient.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.internal.call.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads need a token at the same time. */
@Timeout(30)
class TokenThreadsTest {
  private static final int THREADS = 16;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private OidcPlatform platform;

  @BeforeEach
  void start() {
    platform = OidcPlatform.issuing(Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    platform.close();
    threads.shutdownNow();
  }

  private Credentials exchanging(Supplier<String> idTokens) {
    return Credentials.oidc("ci", idTokens);
  }

  private String idToken() {
    return OidcPlatform.idToken(platform.now().plus(Duration.ofHours(1)));
  }

  /** Lets the first one wait until the test goes on. */
  private String idTokenAfterAWait() {
    if (asked.getAndIncrement() == 0) {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return idToken();
  }

  private List<Future<?>> askAtOnce(Connection client) {
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      calls.add(threads.submit(() -> OidcPlatform.ask(client)));
    }
    return calls;
  }

  private static void awaitAll(List<Future<?>> calls) throws Exception {
    for (Future<?> call : calls) {
      call.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void makeOneExchange() throws Exception {
    try (Connection client = platform.client(exchanging(this::idTokenAfterAWait))) {
      List<Future<?>> calls = askAtOnce(client);
      begun.await();
      goOn.countDown();
      awaitAll(calls);
    }

    assertThat(platform.exchanges()).isEqualTo(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void makeOneExchangeAfterATokenWasRevoked() throws Exception {
    try (Connection client = platform.client(exchanging(this::idToken))) {
      OidcPlatform.ask(client);
      platform.fake.revokeTokens();
      awaitAll(askAtOnce(client));
    }

    assertThat(platform.exchanges()).isEqualTo(2);
  }

  @Test
  void useTheOldTokenWhileOneOfThemRenewsIt() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    Supplier<AccessToken> slow = () -> {
      int token = tokens.incrementAndGet();
      if (token == 2) {
        idTokenAfterAWait();
      }
      return AccessToken.of("token-" + token, platform.now().plus(Duration.ofHours(1)));
    };
    try (OidcPlatform open = OidcPlatform.open();
        Connection client = open.client(Credentials.refreshing(slow))) {
      OidcPlatform.ask(client);
      open.pass(Duration.ofMinutes(31));
      Future<?> renewing = threads.submit(() -> OidcPlatform.ask(client));
      begun.await();
      OidcPlatform.ask(client);
      goOn.countDown();
      renewing.get(20, TimeUnit.SECONDS);

      assertThat(open.logins())
          .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    }
  }

  @Test
  void doNotShareATokenForASingleAttempt() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    try (OidcPlatform open = OidcPlatform.open();
        Connection client = open.client(Credentials.refreshing(() -> {
          idTokenAfterAWait();
          return AccessToken.once("token-" + tokens.incrementAndGet());
        }))) {
      Future<?> first = threads.submit(() -> OidcPlatform.ask(client));
      begun.await();
      Future<?> second = threads.submit(() -> OidcPlatform.ask(client));
      awaitWaiting(second);
      goOn.countDown();
      awaitAll(List.of(first, second));

      assertThat(open.logins()).containsExactlyInAnyOrder("Bearer token-1", "Bearer token-2");
    }
  }

  @Test
  void shareTheFailureButNameTheirOwnRequests() throws Exception {
    platform.fake.failNext(401, 1);
    try (Connection client = platform.client(exchanging(this::idTokenAfterAWait))) {
      Future<?> first = threads.submit(() -> client.call("GET", "/first").send());
      begun.await();
      Future<?> second = threads.submit(() -> client.call("GET", "/second").send());
      awaitWaiting(second);
      goOn.countDown();

      assertThatThrownBy(() -> first.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(XrayTokenException.class)
          .hasMessageContaining("/first");
      assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(XrayTokenException.class)
          .hasMessageContaining("/second");
    }
    assertThat(asked).hasValue(1);
  }

  /** Waits until a thread of the pool waits for the token of another one. */
  private void awaitWaiting(Future<?> call) {
    while (Thread.getAllStackTraces().values().stream()
        .noneMatch(stack -> Arrays.stream(stack)
            .anyMatch(frame -> frame.getClassName().equals(TokenCache.class.getName())
                && frame.getMethodName().equals("await")))) {
      assertThat(call.isDone()).isFalse();
      Thread.onSpinWait();
    }
  }

  @Test
  void goOnIfTheOneThatAsksIsInterrupted() throws Exception {
    try (Connection client = platform.client(exchanging(this::idTokenAfterAWait))) {
      Future<?> first = threads.submit(() -> OidcPlatform.ask(client));
      begun.await();
      Future<?> second = threads.submit(() -> OidcPlatform.ask(client));
      awaitWaiting(second);
      first.cancel(true);

      second.get(20, TimeUnit.SECONDS);
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void endWhenTheyAreInterruptedAloneWhileTheyWait() throws Exception {
    try (Connection client = platform.client(exchanging(this::idTokenAfterAWait))) {
      Future<?> first = threads.submit(() -> OidcPlatform.ask(client));
      begun.await();
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Future<?> second = threads.submit(() -> {
        try {
          OidcPlatform.ask(client);
        } catch (XrayTransportException e) {
          ended.complete(e);
        }
      });
      awaitWaiting(second);
      second.cancel(true);

      assertThat(ended.get(20, TimeUnit.SECONDS))
          .hasMessageContaining("the thread was interrupted while waiting for a token");
      goOn.countDown();
      first.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void endWhenTheClientIsClosed() throws Exception {
    Connection client = platform.client(exchanging(this::idTokenAfterAWait));
    List<Future<?>> calls = askAtOnce(client);
    begun.await();
    client.close();

    for (Future<?> call : calls) {
      assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .satisfiesAnyOf(
              ended -> assertThat(ended).isInstanceOf(XrayTransportException.class),
              tooLate -> assertThat(tooLate)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageStartingWith("the client is closed"));
    }
    assertThat(platform.exchanges()).isZero();
  }

  @Test
  void mayBeASingleOneOfAnExecutor() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try (Connection client = platform.client(exchanging(this::idToken), one)) {
      List<CompletableFuture<JsonNode>> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(
            client.call("GET", "/xray/api/v2/policies").readAs(JsonNode.class).sendAsync());
      }
      for (CompletableFuture<JsonNode> call : calls) {
        assertThat(call.get(20, TimeUnit.SECONDS)).isEmpty();
      }
    } finally {
      one.shutdownNow();
    }
    assertThat(platform.exchanges()).isEqualTo(1);
  }
}
