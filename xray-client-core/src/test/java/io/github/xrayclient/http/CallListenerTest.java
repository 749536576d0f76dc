package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.CallListener.AnswerEvent;
import io.github.xrayclient.http.CallListener.AttemptEvent;
import io.github.xrayclient.http.CallListener.FailureEvent;
import io.github.xrayclient.http.CallListener.RetryEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a listener and the log hear of calls. */
@WireMockTest
@Timeout(30)
class CallListenerTest {
  private static final String SECRET = "s3cr3t-0f-the-test";

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final List<Object> given = Collections.synchronizedList(new ArrayList<>());
  private final List<AnswerEvent> answers = Collections.synchronizedList(new ArrayList<>());
  private final List<FailureEvent> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<RetryEvent> retries = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> durations = Collections.synchronizedList(new ArrayList<>());
  private WireMockRuntimeInfo server;
  private XrayClient xray;

  /** Writes down all that it hears. */
  private class Recorder implements CallListener {
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public void onAttempt(AttemptEvent event) {
      heard.add(name + "attempt " + event.attempt());
      given.add(event);
    }

    @Override
    public void onRetry(RetryEvent event) {
      heard.add(name + "retry " + (event.attempt() + 1));
      given.add(event);
      retries.add(event);
    }

    @Override
    public void onAnswer(AnswerEvent event) {
      String id = event.requestId().orElse("");
      heard.add(name + "answer " + event.attempt() + " " + event.statusCode() + id);
      given.add(event);
      answers.add(event);
      durations.add(event.duration());
    }

    @Override
    public void onFailure(FailureEvent event) {
      heard.add(name + "failure " + event.attempt());
      given.add(event);
      failures.add(event);
      durations.add(event.duration());
    }
  }

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    this.server = server;
    this.xray = client().addListener(new Recorder("")).build();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.basic("user", SECRET))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO));
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(int status) {
    stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{}")));
  }

  private static void script(int... statuses) {
    String state = Scenario.STARTED;
    for (int i = 0; i < statuses.length; i++) {
      stubFor(any(anyUrl())
          .inScenario("s")
          .whenScenarioStateIs(state)
          .willReturn(aResponse()
              .withStatus(statuses[i])
              .withHeader("X-Request-Id", "-id" + (i + 1))
              .withBody("{}"))
          .willSetStateTo("after " + i));
      state = "after " + i;
    }
  }

  @Nested
  class Order {
    @Test
    void ofOneAttempt() {
      answer(200);

      xray.call("GET", "/x").send();

      assertThat(heard).containsExactly("attempt 1", "answer 1 200");
    }

    @Test
    void ofSeveralAttempts() {
      script(503, 429, 200);

      xray.call("GET", "/x").send();

      assertThat(heard)
          .containsExactly(
              "attempt 1",
              "answer 1 503-id1",
              "retry 2",
              "attempt 2",
              "answer 2 429-id2",
              "retry 3",
              "attempt 3",
              "answer 3 200-id3");
    }

    @Test
    void ofAttemptsThatGetNoAnswer() {
      stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

      assertThatThrownBy(() -> xray.call("GET", "/x").retryPolicy(fast(1)).send());

      assertThat(heard)
          .containsExactly("attempt 1", "failure 1", "retry 2", "attempt 2", "failure 2");
    }

    @Test
    void ofAnErrorThatIsNotRepeated() {
      answer(404);

      assertThatThrownBy(() -> xray.call("PUT", "/x").send());

      assertThat(heard).containsExactly("attempt 1", "answer 1 404");
    }

    @Test
    void ofSeveralListenersNests() {
      answer(200);
      try (XrayClient two = client()
          .addListener(new Recorder("a "))
          .addListener(new Recorder("b "))
          .build()) {
        two.call("GET", "/x").send();
      }

      assertThat(heard)
          .containsExactly("a attempt 1", "b attempt 1", "b answer 1 200", "a answer 1 200");
    }

    @Test
    void beginsAnewWithEachCall() {
      answer(200);
      ApiCall<ApiResponse> call = xray.call("GET", "/x");

      call.send();
      call.sendAsync().join();

      assertThat(heard).containsExactly("attempt 1", "answer 1 200", "attempt 1", "answer 1 200");
    }

    @Test
    void ofARedirectThatIsFollowedTellsBothAddresses() {
      answer(200);
      stubFor(any(urlEqualTo("/x"))
          .willReturn(aResponse().withStatus(302).withHeader("Location", "/y")));

      xray.call("GET", "/x").send();

      assertThat(heard).containsExactly("attempt 1", "answer 1 302", "attempt 1", "answer 1 200");
      assertThat(given)
          .extracting(attempt -> ((AttemptEvent) attempt).uri().getPath())
          .containsExactly("/x", "/x", "/y", "/y");
    }
  }

  private static RetryPolicy fast(int retries) {
    return RetryPolicy.defaults().retries(retries).waits(Duration.ZERO, Duration.ZERO);
  }

  @Nested
  class Content {
    @Test
    void namesTheRequest() {
      answer(200);

      xray.call("DELETE", "/x/{name}", "a/b").query("q", "c d").send();

      assertThat(given).allSatisfy(attempt -> {
        assertThat(((AttemptEvent) attempt).method()).isEqualTo("DELETE");
        assertThat(((AttemptEvent) attempt).uri())
            .hasToString(server.getHttpBaseUrl() + "/x/a%2Fb?q=c%20d");
        assertThat(attempt.toString()).contains("DELETE", "/x/a%2Fb", "attempt 1");
      });
    }

    @Test
    void measuresTheTimeToTheWholeAnswer() {
      stubFor(any(anyUrl())
          .willReturn(aResponse().withBody("0123456789").withChunkedDribbleDelay(5, 200)));
      long begin = System.nanoTime();

      xray.call("GET", "/x").send();

      assertThat(durations)
          .singleElement()
          .satisfies(duration -> assertThat(duration)
              .isBetween(Duration.ofMillis(120), Duration.ofNanos(System.nanoTime() - begin)));
    }

    @Test
    void measuresTheTimeToTheFailure() {
      stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
      long begin = System.nanoTime();

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(
              () -> xray.call("GET", "/x").timeout(Duration.ofMillis(150)).send());

      assertThat(durations)
          .singleElement()
          .satisfies(duration -> assertThat(duration)
              .isBetween(Duration.ofMillis(140), Duration.ofNanos(System.nanoTime() - begin)));
    }

    @Test
    void measuresEachAttemptWithoutThePauses() {
      script(429, 200);

      xray.call("GET", "/x")
          .retryPolicy(RetryPolicy.none().retries(1).waits(Duration.ZERO, Duration.ZERO))
          .send();

      assertThat(durations).hasSize(2).noneMatch(Duration::isNegative);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "x-jfrog-request-id", "uber-trace-id"})
    void tellsTheIdOfTheRequest(String header) {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500).withHeader(header, "-abc")));

      assertThatThrownBy(() -> xray.call("GET", "/x").send());

      assertThat(heard).containsExactly("attempt 1", "answer 1 500-abc");
    }

    @Test
    void tellsTheSizeOfTheBody() {
      stubFor(any(anyUrl()).willReturn(aResponse().withBody("0123456789")));

      xray.call("GET", "/x").send();

      assertThat(answers).extracting(AnswerEvent::bodyBytes).containsExactly(10L);
    }

    @Test
    void tellsWhenTheAttemptBegan() {
      answer(200);
      Instant before = Instant.now();

      xray.call("GET", "/x").send();

      assertThat(given)
          .extracting(event -> ((AttemptEvent) event).startedAt())
          .allMatch(start -> !start.isBefore(before) && !start.isAfter(Instant.now()))
          .containsOnly(answers.get(0).startedAt());
    }

    @Test
    void tellsTheFailureThatTheCallerGets() {
      stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

      Throwable thrown = catchThrowable(() -> xray.call("PUT", "/x").send());

      assertThat(failures).singleElement().extracting(FailureEvent::exception).isSameAs(thrown);
    }
  }

  @Nested
  class Operations {
    private static final String POLICY = "/xray/api/v2/policies/{name}";

    private List<String> templates() {
      return given.stream()
          .map(event -> ((AttemptEvent) event).pathTemplate())
          .distinct()
          .collect(Collectors.toList());
    }

    @Test
    void holdNoArgument() {
      answer(200);

      xray.call("PUT", POLICY, "a").send();
      xray.call("PUT", POLICY, "b c").query("d", "e").send();

      assertThat(given).hasSize(4).allSatisfy(event -> {
        assertThat(((AttemptEvent) event).pathTemplate()).isEqualTo(POLICY);
        assertThat(((AttemptEvent) event).operation()).isEqualTo("PUT " + POLICY);
      });
    }

    @Test
    void holdNoQuery() {
      answer(200);

      xray.call("GET", "/x?a={b}", "c").send();

      assertThat(templates()).containsExactly("/x");
    }

    @Test
    void ofServicesAreThoseOfTheirPaths() {
      stubFor(any(anyUrl()).willReturn(okJson("[]")));

      xray.policies().find("a");
      xray.policies().list();

      assertThat(answers)
          .extracting(AttemptEvent::operation)
          .containsExactly("GET " + POLICY, "GET /xray/api/v2/policies");
    }

    @Test
    void ofListingsAreOneForAllPages() {
      stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[],\"total_count\":0}")));

      assertThat(xray.ignoreRules().list().pageSize(1)).isEmpty();

      assertThat(answers)
          .extracting(AttemptEvent::operation)
          .containsExactly("GET /xray/api/v1/ignore_rules");
    }

    @Test
    void stayThroughRetriesAndRedirects() {
      answer(200);
      stubFor(any(urlEqualTo("/x/1"))
          .inScenario("s")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(aResponse().withStatus(503))
          .willSetStateTo("redirected"));
      stubFor(any(urlEqualTo("/x/1"))
          .inScenario("s")
          .whenScenarioStateIs("redirected")
          .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

      xray.call("GET", "/x/{id}", 1).send();

      assertThat(answers).extracting(AnswerEvent::statusCode).containsExactly(503, 302, 200);
      assertThat(given).hasSize(7);
      assertThat(templates()).containsExactly("/x/{id}");
    }

    @Test
    void ofRequestsThatWereMadeOfAnAddressAreOneForEachMethod() {
      answer(200);
      try (XrayClient client = client()
          .addInterceptor((request, next) -> {
            next.send(ApiRequest.of("HEAD", request.uri()));
            return next.send(request);
          })
          .transport(request -> {
            heard.add(request.operation());
            return new ApiResponse(200, Map.of(), new byte[0]);
          })
          .build()) {
        client.call("GET", "/x/{id}", 1).send();
      }

      assertThat(heard).containsExactly("HEAD /{+path}", "GET /x/{id}");
    }
  }

  @Nested
  class Retries {
    @Test
    void afterAStatusTellItAndTheWaitThatTheServerAskedFor() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1")));

      assertThatThrownBy(() -> xray.call("PUT", "/x")
          .retryPolicy(fast(1).longestRetryAfter(Duration.ofMillis(2)))
          .send());

      assertThat(retries).singleElement().satisfies(event -> {
        assertThat(event.attempt()).isEqualTo(1);
        assertThat(event.failureKind()).isEmpty();
        assertThat(event.statusCode()).hasValue(429);
        assertThat(event.exception()).isEmpty();
        assertThat(event.waitTime()).isEqualTo(Duration.ofMillis(2));
        assertThat(event.explanation()).isEqualTo("the server answered 429");
        assertThat(event.toString()).contains("PUT", "/x", "attempt 1", "2 ms", "429");
      });
    }

    @Test
    void afterABrokenConnectionTellTheFailure() {
      stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

      assertThatThrownBy(() -> xray.call("GET", "/x").retryPolicy(fast(1)).send());

      assertThat(retries).singleElement().satisfies(event -> {
        assertThat(event.failureKind()).hasValue(XrayTransportException.Kind.CONNECTION_BROKEN);
        assertThat(event.statusCode()).isEmpty();
        assertThat(event.exception()).containsSame(failures.get(0).exception());
        assertThat(event.waitTime()).isZero();
        assertThat(event.explanation()).contains("the connection broke");
      });
    }

    @Test
    void withoutAConnectionSaySo() throws IOException {
      String nobody;
      try (ServerSocket socket = new ServerSocket(0)) {
        nobody = "http://localhost:" + socket.getLocalPort();
      }
      try (XrayClient client =
          client().baseUrl(nobody).addListener(new Recorder("")).build()) {
        assertThatThrownBy(() -> client.call("PUT", "/x").retryPolicy(fast(1)).send());
      }

      assertThat(retries)
          .singleElement()
          .extracting(RetryEvent::failureKind)
          .isEqualTo(Optional.of(XrayTransportException.Kind.NO_CONNECTION));
    }

    @Test
    void afterATimeoutOfATransportSaySo() {
      try (XrayClient client = client()
          .addListener(new Recorder(""))
          .transport(request -> {
            throw new XrayTimeoutException(
                XrayTransportException.Kind.CONNECT_TIMEOUT,
                request.method(),
                request.uri(),
                "no connection in time",
                null);
          })
          .build()) {
        assertThatThrownBy(() -> client.call("GET", "/x").retryPolicy(fast(1)).send());
      }

      assertThat(retries)
          .singleElement()
          .extracting(RetryEvent::failureKind)
          .isEqualTo(Optional.of(XrayTransportException.Kind.CONNECT_TIMEOUT));
    }

    @Test
    void areNotToldOfTheLastAttempt() {
      answer(503);

      assertThatThrownBy(() -> xray.call("GET", "/x").retryPolicy(fast(2)).send());

      assertThat(retries).extracting(RetryEvent::attempt).containsExactly(1, 2);
    }
  }

  @Nested
  class Secrets {
    private final String basic =
        Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8));

    private void cannotBeReached(Object from) throws IllegalAccessException {
      search(from, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Through the library's own classes field by field, and in the text of all others. */
    private void search(Object object, Set<Object> seen) throws IllegalAccessException {
      if (object == null || !seen.add(object)) {
        return;
      }
      assertThat(object.toString()).doesNotContain(SECRET, basic);
      if (object instanceof Throwable) {
        search(((Throwable) object).getCause(), seen);
        for (Throwable suppressed : ((Throwable) object).getSuppressed()) {
          search(suppressed, seen);
        }
      }
      for (Class<?> type = object.getClass();
          type != null && type.getName().startsWith("io.github.xrayclient");
          type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            search(field.get(object), seen);
          }
        }
      }
    }

    @Test
    void cannotBeReachedFromWhatAListenerGets() throws IllegalAccessException {
      Fault[] faults = Fault.values();
      for (Fault fault : faults) {
        stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> xray.call("PUT", "/x")
            .header("X-Own", SECRET)
            .body(Map.of("password", SECRET))
            .send());
      }
      answer(401);
      assertThatThrownBy(() -> xray.call("GET", "/x").header("X-Own", SECRET).send());

      verify(faults.length + 1, anyRequestedFor(anyUrl()));
      assertThat(given).hasSizeGreaterThan(2 * faults.length);
      for (Object object : given) {
        cannotBeReached(object);
      }
    }
  }

  @Nested
  class Exceptions {
    private final Logger logger = Logger.getLogger("io.github.xrayclient");
    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
      @Override
      public void publish(LogRecord line) {
        logged.add(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };

    @BeforeEach
    void listen() {
      logger.setUseParentHandlers(false);
      logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }

    /** Throws from each of its methods. */
    private final class Broken implements CallListener {
      private final Throwable thrown;

      Broken(Throwable thrown) {
        this.thrown = thrown;
      }

      @Override
      public void onAttempt(AttemptEvent event) {
        fail();
      }

      @Override
      public void onRetry(RetryEvent event) {
        fail();
      }

      @Override
      public void onAnswer(AnswerEvent event) {
        fail();
      }

      @Override
      public void onFailure(FailureEvent event) {
        fail();
      }

      private void fail() {
        CallListenerTest.<RuntimeException>sneak(thrown);
      }
    }

    private XrayClient broken(Throwable thrown) {
      return client()
          .addListener(new Broken(thrown))
          .addListener(new Recorder(""))
          .build();
    }

    @ParameterizedTest
    @ValueSource(
        classes = {
          ArithmeticException.class,
          XrayTransportException.class,
          IOException.class,
          AssertionError.class,
          NoClassDefFoundError.class
        })
    void changeNothingOfACallThatIsRepeated(Class<? extends Throwable> type) {
      Throwable thrown = type == XrayTransportException.class
          ? new XrayTransportException("GET", URI.create("https://acme.example/"), "mine", null)
          : make(type);
      script(503, 429, 200, 200);

      try (XrayClient xray = broken(thrown)) {
        assertThat(xray.call("GET", "/x").send().statusCode()).isEqualTo(200);
        assertThat(xray.call("GET", "/x").sendAsync().join().statusCode()).isEqualTo(200);
      }

      assertThat(heard).startsWith("attempt 1", "answer 1 503-id1", "retry 2", "attempt 2");
      assertThat(logged).hasSize(3 + 2 + 3 + 2).allSatisfy(line -> {
        assertThat(line.getLevel()).isEqualTo(Level.WARNING);
        assertThat(line.getMessage()).contains(Broken.class.getName());
        assertThat(line.getThrown()).isSameAs(thrown);
      });
    }

    @Test
    void changeNothingOfACallThatFails() {
      stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

      try (XrayClient xray = broken(new ArithmeticException("mine"))) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("PUT", "/x").send())
            .withMessageContaining("the connection broke")
            .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
      }

      verify(1, anyRequestedFor(anyUrl()));
      assertThat(heard).containsExactly("attempt 1", "failure 1");
      assertThat(logged).hasSize(2);
    }

    @Test
    void changeNothingThoughTheLoggerFailsAsWell() {
      answer(200);
      Handler unusable = new Handler() {
        @Override
        public void publish(LogRecord line) {
          throw new ArithmeticException("of the logger");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
      logger.addHandler(unusable);
      try (XrayClient xray = broken(new ArithmeticException("mine"))) {
        assertThat(xray.call("GET", "/x").send().statusCode()).isEqualTo(200);
      } finally {
        logger.removeHandler(unusable);
      }
    }

    @Test
    void keepAnInterruptThatWasMeantForTheCall() {
      answer(200);

      try (XrayClient xray = broken(new InterruptedException())) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("interrupted");
      }

      assertThat(Thread.interrupted()).as("the flag").isTrue();
    }

    @Test
    void ofAnInterceptorEndTheAttemptForListeners() {
      answer(200);
      try (XrayClient xray = client()
          .addListener(new Recorder(""))
          .addInterceptor((request, next) -> {
            throw new ArithmeticException("mine");
          })
          .build()) {
        assertThatExceptionOfType(ArithmeticException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
      }

      assertThat(heard).containsExactly("attempt 1", "failure 1");
      assertThat(failures)
          .singleElement()
          .satisfies(event -> assertThat(event.exception()).hasMessageContaining("mine"));
    }

    private Throwable make(Class<? extends Throwable> type) {
      try {
        return type.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Nested
  class Log {
    private final Logger logger = Logger.getLogger("io.github.xrayclient");
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final SimpleFormatter format = new SimpleFormatter();
    private final Handler handler = new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + format.formatMessage(line));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    private final Level before = logger.getLevel();

    @BeforeEach
    void listen() {
      handler.setLevel(Level.ALL);
      logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }

    @Test
    void hasALineForEachAttemptAtDebug() {
      logger.setLevel(Level.FINE);
      script(503, 200);

      xray.call("GET", "/x/{name}", "a b").send();

      String request = "GET " + server.getHttpBaseUrl() + "/x/a%20b";
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0))
          .startsWith("FINE " + request)
          .containsPattern("attempt 1.* 503 in [0-9,.]+ ms.*-id1");
      assertThat(lines.get(1))
          .startsWith("FINE " + request)
          .containsPattern("attempt 2.* 200 in [0-9,.]+ ms.*-id2");
    }

    @Test
    void hasALineForAFailureAtDebug() {
      logger.setLevel(Level.FINE);
      stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

      assertThatThrownBy(() -> xray.call("PUT", "/x").send());

      assertThat(lines)
          .singleElement()
          .satisfies(line -> assertThat(line)
              .startsWith("FINE PUT " + server.getHttpBaseUrl() + "/x")
              .contains("failed", "the connection broke"));
    }

    @Test
    void hasNoSecret() {
      logger.setLevel(Level.ALL);
      stubFor(any(anyUrl())
          .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"" + SECRET + "\"}")));

      assertThatThrownBy(() -> xray.call("PUT", "/x")
          .header("X-Own", SECRET)
          .body(Map.of("password", SECRET))
          .send());

      assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void isSilentAboveDebug() {
      logger.setLevel(Level.CONFIG);
      answer(503);

      assertThatThrownBy(() -> xray.call("GET", "/x").send());

      assertThat(lines).isEmpty();
    }
  }
}
