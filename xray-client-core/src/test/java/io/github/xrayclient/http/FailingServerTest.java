package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.resetAllRequests;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayRateLimitedException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and networks that fail, as a client sees it. */
@WireMockTest
@Timeout(30)
class FailingServerTest {
  private XrayClient xray;

  private static XrayClientBuilder client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO));
  }

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = client(server.getHttpBaseUrl()).build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    stubFor(any(anyUrl()).willReturn(answer));
  }

  private static void firstThen(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    stubFor(any(anyUrl())
        .inScenario("s")
        .whenScenarioStateIs(Scenario.STARTED)
        .willReturn(first)
        .willSetStateTo("later"));
    stubFor(any(anyUrl()).inScenario("s").whenScenarioStateIs("later").willReturn(then));
  }

  private ApiCall<JsonNode> call(String method) {
    ApiCall<ApiResponse> call = xray.call(method, "/xray/api/v1/x");
    return (method.equals("PUT") || method.equals("POST") ? call.body(Map.of("a", 1)) : call)
        .readAs(JsonNode.class);
  }

  private static XrayTransportException transportFailure(ThrowingCallable call) {
    XrayTransportException[] thrown = new XrayTransportException[1];
    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(call)
        .satisfies(e -> thrown[0] = e);
    return thrown[0];
  }

  @Nested
  class BrokenConnection {
    @Test
    void repeatsAReadFourTimesInAll() {
      answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

      XrayTransportException e = transportFailure(() -> call("GET").send());

      assertThat(e.attempts()).isEqualTo(4);
      assertThat(e.isRequestSent()).isTrue();
      assertThat(e)
          .hasMessageContainingAll("GET http://", "/xray/api/v1/x", "tried 4 times")
          .hasCauseInstanceOf(IOException.class);
      // The JDK's client may send a read once more by itself; see FakeXray.Fault.CONNECTION_RESET.
      assertThat(findAll(anyRequestedFor(anyUrl()))).hasSizeBetween(4, 8);
    }

    @Test
    void isForgottenWhenTheNextAttemptSucceeds() {
      firstThen(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{\"a\":1}"));

      assertThat(call("GET").send().path("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
      "PUT,CONNECTION_RESET_BY_PEER",
      "POST,CONNECTION_RESET_BY_PEER",
      "DELETE,CONNECTION_RESET_BY_PEER",
      "PUT,EMPTY_RESPONSE",
      "POST,EMPTY_RESPONSE",
      "DELETE,EMPTY_RESPONSE",
      "PUT,MALFORMED_RESPONSE_CHUNK",
      "POST,RANDOM_DATA_THEN_CLOSE",
      "DELETE,RANDOM_DATA_THEN_CLOSE"
    })
    void doesNotRepeatAWrite(String method, Fault fault) {
      answer(aResponse().withFault(fault));

      XrayTransportException e = transportFailure(() -> call(method).send());

      assertThat(e.attempts()).isEqualTo(1);
      assertThat(e.isRequestSent()).isTrue();
      assertThat(e.method()).isEqualTo(method);
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isATransportFailureOfAReadWhateverItsKind(Fault fault) {
      answer(aResponse().withFault(fault));

      XrayTransportException e = transportFailure(() -> call("GET").send());

      assertThat(e).hasMessageContaining("failed: ");
      assertThat(e.uri().getPath()).isEqualTo("/xray/api/v1/x");
    }
  }

  @Nested
  class UnfinishedAnswer {
    private final FakeXray fake = FakeXray.start();
    private final XrayClient slow =
        client(fake.url()).timeout(Duration.ofMillis(300)).build();

    @AfterEach
    void stop() {
      slow.close();
      fake.close();
    }

    private ApiCall<JsonNode> list() {
      fake.seed(FakeXray.Kind.POLICIES, "{\"name\":\"a\"}");
      return slow.call("GET", "/xray/api/v2/policies").readAs(JsonNode.class);
    }

    @Test
    void withATruncatedBodyIsRepeatedForAReadAndNeverTakenAsWhole() {
      fake.failNext(FakeXray.Fault.TRUNCATED_BODY, 1);
      assertThat(list().send()).hasSize(1);

      fake.failNext(FakeXray.Fault.TRUNCATED_BODY, 100);
      XrayTransportException e = transportFailure(() -> list().send());

      assertThat(e.attempts()).isEqualTo(4);
    }

    @Test
    void withATruncatedBodyIsNotRepeatedForAWrite() {
      fake.failNext(FakeXray.Fault.TRUNCATED_BODY, 1);
      ApiCall<ApiResponse> create =
          slow.call("POST", "/xray/api/v2/policies").body(Map.of("name", "b"));

      transportFailure(create::send);

      assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void withALostAnswerIsNotRepeatedForAWrite() {
      fake.seed(FakeXray.Kind.POLICIES, "{\"name\":\"a\"}");
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      XrayTransportException e = transportFailure(
          () -> slow.call("DELETE", "/xray/api/v2/policies/{name}", "a").send());

      assertThat(e.isRequestSent()).isTrue();
      assertThat(fake.requests()).hasSize(1);
      assertThat(fake.stored(FakeXray.Kind.POLICIES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = FakeXray.Fault.class,
        names = {"STALLED_HEADERS", "STALLED_BODY"})
    void thatStallsIsATimeoutAfterOneAttempt(FakeXray.Fault fault) {
      fake.failNext(fault, 10);
      long begin = System.nanoTime();

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> list().send())
          .withMessageContainingAll("GET", "300 ms")
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(XrayTransportException.Kind.TIMEOUT));

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
      assertThat(fake.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = FakeXray.Fault.class,
        names = {"STALLED_HEADERS", "STALLED_BODY"})
    void thatStallsObeysTheTimeoutOfItsCall(FakeXray.Fault fault) {
      fake.failNext(fault, 1);

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> list().timeout(Duration.ofMillis(50)).send())
          .withMessageContaining("50 ms");
    }

    @Test
    void thatDribblesIsATimeoutThoughBytesKeepComing() {
      answer(ok("x".repeat(1000)).withChunkedDribbleDelay(1000, 20_000));

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> call("GET").timeout(Duration.ofMillis(200)).send());
    }
  }

  @Nested
  class Status {
    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void ofAGatewayRepeatsAReadUntilItSucceeds(int status) {
      firstThen(aResponse().withStatus(status), okJson("{\"a\":1}"));

      assertThat(call("GET").send().path("a").asInt()).isEqualTo(1);

      verify(2, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void ofAGatewayIsThrownAfterFourReads(int status) {
      answer(aResponse().withStatus(status));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> call("GET").send())
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));

      verify(4, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"PUT,502", "PUT,503", "POST,503", "DELETE,504", "GET,500"})
    void isThrownAtOnceWhereTheServerMayHaveActed(String method, int status) {
      answer(aResponse().withStatus(status));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> call(method).send());

      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
    void ofTooManyRequestsRepeatsEverything(String method) {
      firstThen(aResponse().withStatus(429).withHeader("Retry-After", "0"), okJson("{\"a\":1}"));

      assertThat(call(method).send().path("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "Wed, 11 Jun 2025 10:00:01 GMT"})
    void ofTooManyRequestsWaitsAsTheServerAsks(String retryAfter) {
      firstThen(
          aResponse()
              .withStatus(429)
              .withHeader("Date", "Wed, 11 Jun 2025 10:00:00 GMT")
              .withHeader("Retry-After", retryAfter),
          okJson("{}"));
      long begin = System.nanoTime();

      call("GET").send();

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(990), Duration.ofSeconds(10));
    }

    @Test
    void ofTooManyRequestsIsThrownInTheEnd() {
      answer(aResponse().withStatus(429).withHeader("Retry-After", "0"));

      assertThatExceptionOfType(XrayRateLimitedException.class)
          .isThrownBy(() -> call("PUT").send())
          .satisfies(e -> assertThat(e.retryAfter()).hasValue(Duration.ZERO));

      verify(4, anyRequestedFor(anyUrl()));
    }

    @Test
    void ofARedirectToAnotherOriginIsNotFollowed(WireMockRuntimeInfo server) throws IOException {
      try (FakeXray other = FakeXray.start()) {
        answer(aResponse().withStatus(302).withHeader("Location", other.url() + "/login"));

        assertThatExceptionOfType(XrayApiException.class)
            .isThrownBy(() -> call("GET").send())
            .satisfies(e -> assertThat(e.statusCode()).isEqualTo(302));

        assertThat(other.requests()).isEmpty();
      }
    }
  }

  @Nested
  class UnusableBody {
    private XrayDecodeException decodeFailure(ResponseDefinitionBuilder answer) {
      answer(answer);
      XrayDecodeException[] thrown = new XrayDecodeException[1];
      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> call("GET")
              .readAs(new TypeReference<Map<String, List<String>>>() {})
              .send())
          .withMessageMatching("GET http://\\S+/xray/api/v1/x answered [^\n]+")
          .satisfies(e -> thrown[0] = e);
      verify(1, anyRequestedFor(anyUrl()));
      return thrown[0];
    }

    @Test
    void ofALoginPageNamesTheUsualCauses() {
      XrayDecodeException e = decodeFailure(ok("<!DOCTYPE html><html>Log in</html>")
          .withHeader("Content-Type", "text/html;charset=utf-8"));

      assertThat(e).hasMessageContainingAll("web page", "base URL");
      assertThat(e.body()).contains("Log in");
    }

    @Test
    void ofALoginPageIsSeenWhateverItsContentType() {
      assertThat(decodeFailure(
              ok("\n <HTML>Log in</HTML>").withHeader("Content-Type", "application/json")))
          .hasMessageContaining("web page");
      assertThat(decodeFailureAgain(ok("log in").withHeader("Content-Type", "Text/HTML")))
          .hasMessageContaining("web page");
    }

    private XrayDecodeException decodeFailureAgain(ResponseDefinitionBuilder answer) {
      resetAllRequests();
      return decodeFailure(answer);
    }

    @Test
    void thatIsEmptySaysSo() {
      assertThat(decodeFailure(ok())).hasMessageContaining("empty body");
    }

    @Test
    void ofGarbageSaysSo() {
      assertThat(decodeFailure(aResponse().withBody(new byte[] {0, 7, '{', (byte) 0xff, 0x1b})))
          .hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void ofBytesThatLookLikeAnotherEncodingIsStillADecodeFailure(int which) {
      byte[][] bodies = {
        {0, 0, (byte) 0xff, (byte) 0xfe},
        {0, 0, 0, '{', (byte) 0xff, 0, 0, 0},
        {0, 'x', 0, 0, 1},
        {(byte) 0xfe, (byte) 0xff, 0},
        {'{', 0, 0, 0, 0}
      };

      assertThat(decodeFailure(aResponse().withBody(bodies[which])).jsonPath()).isEqualTo("$");
    }

    @Test
    void ofAnotherTypeNamesThePlace() {
      XrayDecodeException e = decodeFailure(okJson("{\"a\":[\"x\",{\"y\":1}]}"));

      assertThat(e.jsonPath()).isEqualTo("$.a[1]");
      assertThat(e).hasMessageContaining("$.a[1]");
      assertThat(e.body()).isEqualTo("{\"a\":[\"x\",{\"y\":1}]}");
    }

    @Test
    void thatEndsInTheMiddleIsNoShortAnswer() {
      assertThat(decodeFailure(okJson("{\"a\":[\"x\"")).getMessage())
          .contains("not JSON")
          .doesNotContain("REDACTED");
    }

    @Test
    void ofNullIsNoValue() {
      assertThat(decodeFailure(okJson("null"))).hasMessageContaining("null");
    }

    @Test
    void thatIsNestedTooDeeplyIsRefused() {
      String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

      decodeFailure(okJson(deep));
    }

    @Test
    void thatIsNestedTooDeeplyIsRefusedAsATreeToo() {
      answer(okJson("[".repeat(100_000) + "]".repeat(100_000)));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> call("GET").send());
    }

    @Test
    void isQuotedInPartOnly() {
      XrayDecodeException e = decodeFailure(okJson("[" + "\"x\",".repeat(10_000) + "1]"));

      assertThat(e.body().length()).isLessThanOrEqualTo(8_192);
    }
  }

  @Nested
  class NoConnection {
    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
    void toARefusedPortIsTriedFourTimesByEveryMethod(String method) throws IOException {
      int port;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
      try (XrayClient nobody = client("http://127.0.0.1:" + port).build()) {
        XrayTransportException e =
            transportFailure(() -> nobody.call(method, "/xray/api/v1/x").send());

        assertThat(e.attempts()).isEqualTo(4);
        assertThat(e.isRequestSent()).isFalse();
        assertThat(e).hasMessageContainingAll("127.0.0.1:" + port, "refused", "4 times");
      }
    }

    @Test
    void toAnUnknownHostNamesTheHost() {
      try (XrayClient nobody =
          client("http://does-not-exist.invalid").allowPlainHttp().build()) {
        XrayTransportException e =
            transportFailure(() -> nobody.call("PUT", "/xray/api/v1/x").send());

        assertThat(e.isRequestSent()).isFalse();
        assertThat(e)
            .hasMessageContainingAll(
                "the host name of does-not-exist.invalid", "cannot be resolved");
      }
    }

    @Test
    void thatIsTlsToAPlainPortSaysSo(WireMockRuntimeInfo server) {
      String url = server.getHttpBaseUrl().replace("http://", "https://");
      try (XrayClient tls = client(url).build()) {
        assertThat(transportFailure(() -> tls.call("PUT", "/x").send()))
            .hasMessageContaining("failed: ");
      }
    }
  }

  @Nested
  class Interrupt {
    @Test
    void whileWaitingForTheAnswerEndsTheCallAndKeepsTheFlag() throws Exception {
      answer(ok().withFixedDelay(20_000));
      FutureTask<Boolean> task = new FutureTask<>(() -> {
        XrayTransportException e = transportFailure(() -> call("GET").send());
        assertThat(e).hasMessageContaining("interrupted");
        assertThat(e.attempts()).isEqualTo(1);
        return Thread.currentThread().isInterrupted();
      });
      Thread thread = new Thread(task);
      thread.start();
      awaitRequest();

      thread.interrupt();

      assertThat(task.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void beforeTheCallSendsNothingOrEndsAtOnce() {
      answer(ok().withFixedDelay(20_000));
      Thread.currentThread().interrupt();

      try {
        assertThat(transportFailure(() -> call("GET").send())).hasMessageContaining("interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      } finally {
        Thread.interrupted();
      }
    }

    @Test
    void inThePauseBeforeARetryEndsTheCallAndKeepsTheFlag() throws Exception {
      answer(aResponse().withStatus(429).withHeader("Retry-After", "20"));
      FutureTask<Boolean> task = new FutureTask<>(() -> {
        transportFailure(() -> call("GET").send());
        return Thread.currentThread().isInterrupted();
      });
      Thread thread = new Thread(task);
      thread.start();
      awaitRequest();

      thread.interrupt();

      assertThat(task.get(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Nested
  class Close {
    @Test
    void endsACallInFlightAndLeavesNoFlag() throws Exception {
      answer(ok().withFixedDelay(20_000));
      FutureTask<Boolean> task = new FutureTask<>(() -> {
        XrayTransportException e = transportFailure(() -> call("GET").send());
        assertThat(e).hasMessageContaining("closed");
        return Thread.currentThread().isInterrupted();
      });
      new Thread(task).start();
      awaitRequest();

      xray.close();

      assertThat(task.get(5, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void endsAnAsynchronousCallInFlight() {
      answer(ok().withFixedDelay(20_000));
      CompletableFuture<JsonNode> future = call("GET").sendAsync();
      awaitRequest();

      xray.close();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> future.get(5, TimeUnit.SECONDS))
          .withCauseInstanceOf(XrayTransportException.class);
    }

    @Test
    void endsACallInThePauseBeforeARetry() throws Exception {
      answer(aResponse().withStatus(429).withHeader("Retry-After", "20"));
      FutureTask<Throwable> task = new FutureTask<>(() -> {
        try {
          call("GET").send();
          return null;
        } catch (RuntimeException e) {
          return e;
        }
      });
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      thread.start();
      awaitRequest();
      awaitSleeping(thread);

      xray.close();

      assertThat(task.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void refusesLaterCalls() {
      answer(okJson("{}"));
      call("GET").send();
      xray.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> call("GET").send())
          .withMessageContaining("closed");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusesLaterAsynchronousCallsThroughTheirFuture() {
      xray.close();

      CompletableFuture<JsonNode> future = call("GET").sendAsync();

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(future::join)
          .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void mayBeCalledAgain() {
      xray.close();
      xray.close();
    }

    @Test
    void leavesTheCallersExecutorOpen() throws Exception {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      try {
        client("http://127.0.0.1:1").executor(executor).build().close();

        assertThat(executor.submit(() -> 1).get()).isEqualTo(1);
      } finally {
        executor.shutdownNow();
      }
    }
  }

  @Nested
  class Async {
    @Test
    void givesTheSameAnswer() {
      answer(okJson("{\"a\":1}"));

      assertThat(call("GET").sendAsync().join().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void failsWithWhatTheCallThrows() {
      answer(aResponse().withStatus(404));

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> call("GET").sendAsync().join())
          .withCauseInstanceOf(XrayNotFoundException.class);
    }
  }

  private static void awaitRequest() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (findAll(anyRequestedFor(anyUrl())).isEmpty()) {
      assertThat(System.nanoTime()).as("no request came").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void awaitSleeping(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.TIMED_WAITING
        || Arrays.stream(thread.getStackTrace())
            .noneMatch(frame -> frame.getClassName().contains("RetryInterceptor"))) {
      assertThat(System.nanoTime()).as("no pause").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
