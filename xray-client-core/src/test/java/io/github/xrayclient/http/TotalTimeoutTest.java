package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit for a whole call, whatever it is that takes the time. */
@Timeout(30)
class TotalTimeoutTest {
  private static final String LIST = "/xray/api/v2/policies";

  private Duration limit = Duration.ofMillis(300);
  private FakeXray fake = FakeXray.start();

  @AfterEach
  void stop() {
    fake.close();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .totalTimeout(limit);
  }

  /**
   * Runs a case that needs so many requests to reach the server within the limit. If fewer did, the
   * machine was too slow to tell anything, and the case is run again with a longer limit.
   */
  private void reaching(int requests, Runnable test) {
    while (true) {
      try {
        test.run();
        return;
      } catch (AssertionError | XrayException e) {
        if (fake.requests().size() >= requests || limit.toSeconds() > 4) {
          throw e;
        }
      }
      fake.close();
      fake = FakeXray.start();
      limit = limit.multipliedBy(4);
    }
  }

  private XrayTimeoutException timeout(ThrowingCallable call) {
    XrayTimeoutException e = catchThrowableOfType(XrayTimeoutException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.wholeCall()).as("wholeCall").isTrue();
    assertThat(e).hasMessageContaining(limit.toMillis() + " ms; raise totalTimeout");
    assertThat(e.isRepeatable()).as("repeatable").isFalse();
    assertThat(Thread.currentThread().isInterrupted())
        .as("a flag that nobody set")
        .isFalse();
    return e;
  }

  @Nested
  class Ends {
    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"STALLED_HEADERS", "STALLED_BODY"})
    void anAttempt(Fault fault) {
      reaching(1, () -> attempt(fault));
    }

    private void attempt(Fault fault) {
      fake.failNext(fault, 1);
      try (XrayClient xray = client().build()) {
        XrayTimeoutException e = timeout(() -> xray.call("GET", LIST).send());

        assertThat(e.attempts()).isEqualTo(1);
        assertThat(e.isRequestSent()).isTrue();
        assertThat(e)
            .hasMessageStartingWith("GET " + fake.url() + LIST)
            .hasMessageContaining("once");
        assertThat(xray.call("GET", LIST)
                .totalTimeout(Duration.ofMinutes(1))
                .readAs(JsonNode.class)
                .send())
            .isEmpty();
      }
    }

    @Test
    void theLastOfSeveralAttempts() {
      reaching(3, () -> {
        fake.failNext(503, 2).failNext(Fault.STALLED_HEADERS, 1);
        try (XrayClient xray = client()
            .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
            .build()) {
          XrayTimeoutException e = timeout(() -> xray.call("GET", LIST).send());

          assertThat(e.attempts()).isEqualTo(3);
          assertThat(e).hasMessageContaining("tried 3 times");
        }
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void theWaitBeforeTheNextAttempt(String method) {
      reaching(1, () -> {
        fake.failNext(429, 10, "Retry-After", "25");
        try (XrayClient xray = client().build()) {
          XrayTimeoutException e = timeout(() -> xray.call(method, LIST).send());

          assertThat(e.attempts()).isEqualTo(1);
          assertThat(e.isRequestSent()).as("requestSent").isEqualTo(method.equals("GET"));
        }
        assertThat(fake.requests()).hasSize(1);
      });
    }

    private void supplierThatTakesLong(Supplier<String> tokens) {
      try (XrayClient xray = client()
          .credentials(Credentials.refreshing(() -> AccessToken.of(tokens.get())))
          .build()) {
        XrayTimeoutException e = timeout(() -> xray.call("PUT", LIST).send());

        assertThat(e.isRequestSent()).as("requestSent").isFalse();
        assertThat(e.attempts()).isEqualTo(1);
      }
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void aSupplierOfTokensThatBlocks() throws Exception {
      CompletableFuture<InterruptedException> interrupted = new CompletableFuture<>();
      supplierThatTakesLong(() -> {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          interrupted.complete(e);
        }
        return "late";
      });

      assertThat(interrupted.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aSupplierOfTokensThatIgnoresInterrupts() {
      CompletableFuture<String> never = new CompletableFuture<>();
      supplierThatTakesLong(never::join);
      never.complete("");
    }

    @Test
    void aSecondTokenAfterA401() {
      reaching(1, () -> {
        fake.requireToken("right");
        CompletableFuture<String> never = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        Credentials credentials = Credentials.refreshing(
            () -> AccessToken.of(asked.getAndIncrement() == 0 ? "wrong" : never.join()));
        try (XrayClient xray = client().credentials(credentials).build()) {
          timeout(() -> xray.call("GET", LIST).send());
        }
        never.complete("");
        assertThat(fake.requests()).hasSize(1);
      });
    }

    @Test
    void anInterceptorThatWaits() {
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return next.send(request);
          })
          .build()) {
        assertThat(timeout(() -> xray.call("GET", LIST).send()))
            .hasCauseInstanceOf(IllegalStateException.class);
      }
    }

    @Test
    void aCallWhoseAttemptsAndWaitsAreShortOneByOne() {
      reaching(2, () -> {
        fake.failNext(503, 10_000);
        try (XrayClient xray = client()
            .retryPolicy(RetryPolicy.defaults()
                .retries(100)
                .waits(Duration.ofMillis(40), Duration.ofMillis(40)))
            .build()) {
          assertThat(timeout(() -> xray.call("GET", LIST).send()).attempts()).isBetween(2, 100);
        }
      });
    }

    @Test
    void anAsynchronousCall() {
      fake.failNext(Fault.STALLED_HEADERS, 1);
      try (XrayClient xray = client().build()) {
        assertThat(xray.call("GET", LIST).sendAsync())
            .failsWithin(20, TimeUnit.SECONDS)
            .withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(XrayTimeoutException.class);
      }
    }

    @Test
    void aDownloadAfterARedirect(@TempDir Path folder) {
      reaching(2, () -> {
        fake.failNext(307, 1, "Location", LIST + "?moved=1").failNext(Fault.STALLED_BODY, 1);
        try (XrayClient xray = client().build()) {
          timeout(() -> xray.call("GET", LIST).download(folder.resolve("x")));
        }
        assertThat(fake.requests()).hasSize(2);
      });
    }

    @Test
    void aPageThatIsFetchedAhead() {
      fake.failNext(Fault.STALLED_HEADERS, 1);
      try (XrayClient xray = client().build()) {
        timeout(() -> xray.ignoreRules().list().prefetch(1).first());
        fake.failNext(Fault.STALLED_HEADERS, 1);
        timeout(() -> xray.ignoreRules().list().prefetch(1).iterator().hasNext());
      }
    }

    @Test
    void theLookUpOfTheVersionToo() {
      reaching(2, () -> {
        fake.failNext(404, 1).failNext(Fault.STALLED_HEADERS, 1);
        try (XrayClient xray = client().build()) {
          XrayApiException e = catchThrowableOfType(
              XrayApiException.class,
              () -> xray.call("GET", "/xray/api/v9/x").since("9.0").send());

          assertThat(e.statusCode()).isEqualTo(404);
          assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayTimeoutException.class);
        }
      });
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void aCallThatIsFastEnough() {
      try (XrayClient xray = client().totalTimeout(Duration.ofHours(1)).build()) {
        assertThat(xray.policies().list()).isEmpty();
      }
    }

    @Test
    void theThreadAfterTheCall() throws Exception {
      try (XrayClient xray = client().totalTimeout(Duration.ofMillis(200)).build()) {
        try {
          xray.policies().list();
        } catch (XrayTimeoutException e) {
          // on a slow machine
        }
        assertThat(new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS)).isFalse();
      }
    }

    @Test
    void theLimitOfAnAttempt() {
      fake.failNext(Fault.STALLED_HEADERS, 1);
      try (XrayClient xray = client().totalTimeout(Duration.ofHours(1)).build()) {
        XrayTimeoutException e = catchThrowableOfType(
            XrayTimeoutException.class,
            () -> xray.call("GET", LIST).timeout(Duration.ofMillis(100)).send());

        assertThat(e.wholeCall()).isFalse();
        assertThat(e).hasMessageContaining("100 ms");
      }
    }

    @Test
    void theNextRequestOfAService() {
      fake.seed(
          Kind.POLICIES,
          "{\"name\":\"a\",\"type\":\"security\",\"description\":\"before\",\"rules\":["
              + "{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"},"
              + "\"actions\":{}}]}");
      try (XrayClient plain = client().totalTimeout(Duration.ofHours(1)).build()) {
        Policy before = plain.policies().get("a");
        fake.clearRequests();
        fake.failNext(Fault.STALLED_BODY, 1);
        Duration limit = Duration.ofSeconds(1);

        Policy stored = plain
            .withOptions(CallOptions.none().totalTimeout(limit))
            .policies()
            .update(PolicyUpdate.of(before).description("after").build())
            .value();

        assertThat(stored.description()).contains("after");
        assertThat(fake.requests())
            .extracting(RecordedRequest::method)
            .containsExactly("PUT", "GET");
      }
    }

    @Test
    void whatAWriteDidNotDoSoThatItIsNotSentAgain() {
      fake.seed(
          Kind.POLICIES,
          "{\"name\":\"a\",\"type\":\"security\",\"description\":\"before\",\"rules\":["
              + "{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"},"
              + "\"actions\":{}}]}");
      try (XrayClient xray = client().totalTimeout(Duration.ofSeconds(1)).build()) {
        Policy before = xray.policies().get("a");
        fake.clearRequests();
        fake.failNext(Fault.STALLED_HEADERS, 1);

        XrayTimeoutException e = catchThrowableOfType(
            XrayTimeoutException.class,
            () -> xray.policies()
                .update(PolicyUpdate.of(before).description("after").build()));

        assertThat(e.wholeCall()).isTrue();
        assertThat(fake.requests())
            .extracting(RecordedRequest::method)
            .containsExactly("PUT", "GET");
      }
    }
  }

  @Test
  void isTakenFromTheCallBeforeTheClient() {
    fake.failNext(Fault.STALLED_HEADERS, 2);
    try (XrayClient xray = client().totalTimeout(Duration.ofHours(1)).build()) {
      timeout(() -> xray.call("GET", LIST).totalTimeout(limit).send());
      timeout(() ->
          xray.withOptions(CallOptions.none().totalTimeout(limit)).policies().list());
    }
  }

  @Test
  void mustBePositiveAndAtMostADay() {
    for (Duration bad :
        List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().totalTimeout(bad))
          .withMessage("totalTimeout must be positive and at most 1 day, but was " + bad);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client().totalTimeout(bad))
          .withMessageContaining("totalTimeout must be positive");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CallOptions.none().timeout(bad))
          .withMessage("timeout must be positive and at most 1 day, but was " + bad);
    }
  }
}
