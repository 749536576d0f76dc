package io.github.xrayclient.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of which the answer does not come. */
@Timeout(30)
class VerifiedWriteTest {
  private static final String ALL = "/xray/api/v2/policies";
  private static final String ONE = ALL + "/{name}";

  private final FakeXray fake = FakeXray.start();
  private final AtomicBoolean hasty = new AtomicBoolean();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.anonymous())
      .addInterceptor((request, next) ->
          next.send(hasty.getAndSet(false) ? request.withTimeout(Duration.ofMillis(700)) : request))
      .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
      .build();
  private final AtomicInteger looks = new AtomicInteger();
  private String modified;

  @BeforeEach
  void fill() {
    xray.call("POST", ALL).body(policy("a", "before")).send();
    modified = stored("a").path("modified").asText();
    fake.clearRequests();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static Map<String, Object> policy(String name, String description) {
    Map<String, Object> rule = Map.of(
        "name",
        "r",
        "priority",
        1,
        "criteria",
        Map.of("min_severity", "High"),
        "actions",
        Map.of());
    return Map.of(
        "name", name, "description", description, "type", "security", "rules", List.of(rule));
  }

  private JsonNode stored(String name) {
    return fake.stored(Kind.POLICIES).stream()
        .filter(policy -> policy.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no policy " + name));
  }

  /** The next request runs into this fault, and gives up soon if it stalls. */
  private void failNext(Fault fault) {
    hasty.set(fault == Fault.STALLED_HEADERS || fault == Fault.STALLED_BODY);
    fake.failNext(fault, 1);
  }

  private List<String> methods() {
    return fake.requests().stream().map(RecordedRequest::method).collect(Collectors.toList());
  }

  private ApiCall<String> put(String description) {
    return xray.call("PUT", ONE, "a")
        .body(policy("a", description))
        .decodedBy(answer -> "answered");
  }

  /** Reads the policy and compares its description. */
  private WriteVerification<String> look(String before, String after) {
    looks.incrementAndGet();
    JsonNode now = xray.call("GET", ONE, "a").readAs(JsonNode.class).send();
    String found = now.path("description").asText();
    return found.equals(after)
        ? WriteVerification.applied("found")
        : found.equals(before)
            ? WriteVerification.unchanged()
            : WriteVerification.changed(before, found);
  }

  private String update() {
    return VerifiedWrite.send(put("after"), () -> look("before", "after"));
  }

  /** The server moves its clock by the same step with each write that has an effect. */
  private void wasWritten(int times) {
    Instant now = Instant.parse(stored("a").path("modified").asText());
    xray.call("PUT", ONE, "a").body(policy("a", "last")).send();
    Duration step =
        Duration.between(now, Instant.parse(stored("a").path("modified").asText()));
    assertThat(step).isPositive();
    assertThat(Duration.between(Instant.parse(modified), now))
        .as("writes that had an effect")
        .isEqualTo(step.multipliedBy(times));
  }

  @Nested
  class APut {
    @Test
    void thatIsAnsweredIsNotLookedAfter() {
      assertThat(update()).isEqualTo("answered");

      assertThat(methods()).containsExactly("PUT");
      assertThat(looks).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY", "STALLED_BODY"})
    void thatTookEffectIsDoneOnce(Fault fault) {
      failNext(fault);

      assertThat(update()).isEqualTo("found");

      assertThat(methods()).containsExactly("PUT", "GET");
      wasWritten(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"CONNECTION_RESET", "STALLED_HEADERS"})
    void thatTookNoEffectIsSentAgain(Fault fault) {
      failNext(fault);

      assertThat(update()).isEqualTo("answered");

      assertThat(methods()).containsExactly("PUT", "GET", "PUT");
      wasWritten(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 3", "100, 3"})
    void isSentAgainAsOftenAsThePolicyAllows(int retries, int repeats) {
      RetryPolicy policy = RetryPolicy.none().retries(retries);
      fake.failNext(502, 10);

      try (XrayClient client = XrayClient.builder()
          .baseUrl(fake.url())
          .credentials(Credentials.anonymous())
          .retryPolicy(policy)
          .build()) {
        ApiCall<String> put =
            client.call("PUT", ONE, "a").body(policy("a", "after")).decodedBy(answer -> "answered");
        assertThat(catchThrowable(() -> VerifiedWrite.send(put, WriteVerification::unchanged)))
            .isInstanceOf(XrayApiException.class);
      }
      assertThat(methods()).hasSize(1 + repeats).containsOnly("PUT");

      fake.clearRequests();
      assertThat(catchThrowable(() ->
              VerifiedWrite.send(put("after").retryPolicy(policy), WriteVerification::unchanged)))
          .isInstanceOf(XrayApiException.class);
      assertThat(methods()).hasSize(1 + repeats).containsOnly("PUT");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void thatAGatewayAnsweredIsSentAgain(int status) {
      fake.failNext(status, 1);

      assertThat(update()).isEqualTo("answered");

      assertThat(methods()).containsExactly("PUT", "GET", "PUT");
      wasWritten(1);
    }

    @Test
    void thatFailsInOneWayAfterTheOtherEndsDoneOnce() {
      AtomicInteger round = new AtomicInteger();
      fake.failNext(502, 1);

      String result = VerifiedWrite.send(put("after"), () -> {
        WriteVerification<String> found = look("before", "after");
        if (round.incrementAndGet() == 1) {
          failNext(Fault.CONNECTION_RESET);
        } else if (round.get() == 2) {
          failNext(Fault.LOST_ANSWER);
        }
        return found;
      });

      assertThat(result).isEqualTo("found");
      assertThat(methods()).containsExactly("PUT", "GET", "PUT", "GET", "PUT", "GET");
      wasWritten(1);
    }

    @Test
    void isSentAgainAFewTimesOnly() {
      Supplier<WriteVerification<String>> nothing = () -> {
        looks.incrementAndGet();
        fake.failNext(504, 1);
        return WriteVerification.unchanged();
      };
      fake.failNext(504, 1);

      XrayApiException e = catchThrowableOfType(
          XrayApiException.class, () -> VerifiedWrite.send(put("after"), nothing));

      assertThat(e.statusCode()).isEqualTo(504);
      assertThat(methods()).containsExactly("PUT", "PUT", "PUT", "PUT");
      assertThat(looks).hasValue(4);
      assertThat(stored("a").path("modified").asText()).isEqualTo(modified);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 415, 500, 501, 503})
    void thatIsAnsweredByAnErrorIsNotLookedAfter(int status) {
      fake.failNext(status, 1);

      XrayApiException e =
          catchThrowableOfType(XrayApiException.class, VerifiedWriteTest.this::update);

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(methods()).containsExactly("PUT");
      assertThat(looks).hasValue(0);
    }

    @Test
    void thatMetAChangeBySomebodyElseSaysSoWithBothVersions() {
      failNext(Fault.CONNECTION_RESET);

      XrayConcurrentChangeException e = catchThrowableOfType(
          XrayConcurrentChangeException.class,
          () -> VerifiedWrite.send(put("after"), () -> {
            xray.call("PUT", ONE, "a").body(policy("a", "theirs")).send();
            return look("before", "after");
          }));

      assertThat(e.expected()).hasValue("before");
      assertThat(e.actual()).hasValue("theirs");
      assertThat(e.method()).isEqualTo("PUT");
      assertThat(e.uri().getPath()).isEqualTo("/xray/api/v2/policies/a");
      assertThat(e).hasCauseInstanceOf(XrayTransportException.class);
      assertThat(stored("a").path("description").asText()).isEqualTo("theirs");
      assertThat(methods()).containsExactly("PUT", "PUT", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void thatCannotBeLookedAfterKeepsItsOwnFailure(int status) {
      failNext(Fault.LOST_ANSWER);
      fake.failNext(status, 1);

      XrayTransportException e =
          catchThrowableOfType(XrayTransportException.class, VerifiedWriteTest.this::update);

      assertThat(e.method()).isEqualTo("PUT");
      assertThat(e.getSuppressed()).singleElement().satisfies(second -> {
        assertThat(second).isInstanceOf(XrayApiException.class);
        assertThat(((XrayApiException) second).method()).isEqualTo("GET");
        assertThat(((XrayApiException) second).statusCode()).isEqualTo(status);
      });
      assertThat(methods()).containsExactly("PUT", "GET");
    }

    @Test
    void whoseLookBreaksTooIsLookedAfterAsAReadIs() {
      failNext(Fault.LOST_ANSWER);
      fake.failNext(503, 2);

      assertThat(update()).isEqualTo("found");

      assertThat(methods()).containsExactly("PUT", "GET", "GET", "GET");
      wasWritten(1);
    }

    @Test
    void thatWasNeverSentIsNotLookedAfter() {
      fake.close();

      XrayTransportException e =
          catchThrowableOfType(XrayTransportException.class, VerifiedWriteTest.this::update);

      assertThat(e.isRequestSent()).isFalse();
      assertThat(e.attempts()).isEqualTo(4);
      assertThat(looks).hasValue(0);
    }

    @Test
    void thatIsInterruptedEndsWithoutALook() {
      failNext(Fault.STALLED_HEADERS);
      Thread.currentThread().interrupt();
      try {
        assertThat(catchThrowable(VerifiedWriteTest.this::update))
            .isInstanceOf(XrayTransportException.class)
            .hasMessageContaining("interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      } finally {
        Thread.interrupted();
      }
      assertThat(looks).hasValue(0);
    }

    @Test
    void whoseLookFailsByTheCallersFaultEndsInThat() {
      fake.failNext(502, 1);

      assertThat(catchThrowable(() -> VerifiedWrite.send(put("after"), () -> {
            throw new ArithmeticException("mine");
          })))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Nested
  class ADelete {
    private final ApiCall<Boolean> delete = xray.call("DELETE", ONE, "a").decodedBy(answer -> true);

    private WriteVerification<Boolean> look() {
      looks.incrementAndGet();
      try {
        xray.call("GET", ONE, "a").send();
        return WriteVerification.unchanged();
      } catch (XrayNotFoundException gone) {
        return WriteVerification.applied(true);
      }
    }

    private void isGone() {
      assertThat(fake.stored(Kind.POLICIES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY", "STALLED_BODY"})
    void thatTookEffectIsDone(Fault fault) {
      failNext(fault);

      assertThat(VerifiedWrite.send(delete, this::look)).isTrue();

      assertThat(methods()).containsExactly("DELETE", "GET");
      isGone();
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"CONNECTION_RESET", "STALLED_HEADERS"})
    void thatTookNoEffectIsSentAgain(Fault fault) {
      failNext(fault);

      assertThat(VerifiedWrite.send(delete, this::look)).isTrue();

      assertThat(methods()).containsExactly("DELETE", "GET", "DELETE");
      isGone();
    }

    @Test
    void thatIsRepeatedIntoA404IsDone() {
      fake.failNext(504, 1);

      boolean done = VerifiedWrite.send(delete, () -> {
        WriteVerification<Boolean> found = look();
        if (looks.get() == 1) {
          xray.call("DELETE", ONE, "a").send(); // the first one arrives late
        }
        return found;
      });

      assertThat(done).isTrue();
      assertThat(methods()).containsExactly("DELETE", "GET", "DELETE", "DELETE", "GET");
      isGone();
    }

    @Test
    void ofWhatWasNeverThereIsNotDone() {
      xray.call("DELETE", ONE, "a").send();

      assertThat(catchThrowable(() -> VerifiedWrite.send(delete, this::look)))
          .isInstanceOf(XrayNotFoundException.class);

      assertThat(looks).hasValue(0);
    }

    @Test
    void thatIsRefusedIsNotLookedAfter() {
      fake.failNext(400, 1);

      assertThat(catchThrowable(() -> VerifiedWrite.send(delete, this::look)))
          .isInstanceOf(XrayApiException.class);

      assertThat(looks).hasValue(0);
    }
  }

  @Nested
  class APost {
    private final ApiCall<String> create =
        xray.call("POST", ALL).body(policy("b", "new")).decodedBy(answer -> "answered");

    private WriteVerification<String> look() {
      looks.incrementAndGet();
      try {
        xray.call("GET", ONE, "b").send();
        return WriteVerification.applied("found");
      } catch (XrayNotFoundException absent) {
        return WriteVerification.unchanged();
      }
    }

    private long posts() {
      return methods().stream().filter("POST"::equals).count();
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY", "STALLED_BODY"})
    void thatTookEffectIsDone(Fault fault) {
      failNext(fault);

      assertThat(VerifiedWrite.send(create, this::look)).isEqualTo("found");

      assertThat(posts()).isEqualTo(1);
    }

    @Test
    void thatBrokeIsNeverSentAgain() {
      failNext(Fault.CONNECTION_RESET);

      XrayTransportException e = catchThrowableOfType(
          XrayTransportException.class, () -> VerifiedWrite.send(create, this::look));

      assertThat(e.method()).isEqualTo("POST");
      assertThat(posts()).isEqualTo(1);
      assertThat(looks).hasValue(1);
    }

    @Test
    void thatGotNoAnswerInTimeIsNeverSentAgain() {
      failNext(Fault.STALLED_HEADERS);

      assertThat(catchThrowableOfType(
              XrayTimeoutException.class, () -> VerifiedWrite.send(create, this::look)))
          .isNotNull();

      assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void thatAGatewayAnsweredIsNeverSentAgain(int status) {
      fake.failNext(status, 1);

      XrayException e =
          catchThrowableOfType(XrayException.class, () -> VerifiedWrite.send(create, this::look));

      assertThat(((XrayApiException) e).statusCode()).isEqualTo(status);
      assertThat(posts()).isEqualTo(1);
    }

    @Test
    void thatWasSurelyNotActedOnIsSentAgain() {
      fake.failNext(429, 1, "Retry-After", "0");

      assertThat(VerifiedWrite.send(create, this::look)).isEqualTo("answered");

      assertThat(posts()).isEqualTo(2);
      assertThat(looks).hasValue(0);
    }
  }
}
