package io.github.xrayclient.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits and attempts on a clock that does not move. */
class RetryInterceptorTest {
  private static final URI ADDRESS = URI.create("https://acme.example/xray/api/v1/x");
  private static final ApiRequest GET = ApiRequest.of("GET", ADDRESS);

  private final List<Duration> waits = new ArrayList<>();
  private final Script server = new Script();

  private ApiResponse send(ApiRequest request, RetryPolicy policy, DoubleSupplier random) {
    return new RetryInterceptor(policy, waits::add, random, new Unheard())
        .intercept(request, server);
  }

  private ApiResponse send(ApiRequest request) {
    return send(request, RetryPolicy.defaults(), () -> 1.0);
  }

  private static ApiResponse status(int status, String... header) {
    Map<String, List<String>> headers = header.length == 0
        ? Map.of()
        : header.length == 2
            ? Map.of(header[0], List.of(header[1]))
            : Map.of(header[0], List.of(header[1]), header[2], List.of(header[3]));
    return new ApiResponse(status, headers, new byte[0]);
  }

  private static XrayTransportException failure(Kind kind) {
    return new XrayTransportException(kind, "GET", ADDRESS, "it broke", new IOException("x"));
  }

  private static XrayTransportException broken() {
    return failure(Kind.CONNECTION_BROKEN);
  }

  private static XrayTransportException notSent() {
    return failure(Kind.NO_CONNECTION);
  }

  private static XrayTimeoutException timeout() {
    return new XrayTimeoutException(Kind.TIMEOUT, "GET", ADDRESS, "it broke", new IOException("x"));
  }

  private static final class Unheard implements RetryInterceptor.Observer {
    @Override
    public void repeatsAfterAnswer(
        ApiRequest attempt, Instant startedAt, ApiResponse answer, Duration wait) {}

    @Override
    public void repeatsAfterFailure(
        ApiRequest attempt, Instant startedAt, XrayTransportException failure, Duration wait) {}
  }

  /** Answers what it is told to, in order. */
  private static final class Script implements Transport {
    private final Deque<Supplier<ApiResponse>> answers = new ArrayDeque<>();
    private int attempts;

    Script then(ApiResponse answer) {
      answers.add(() -> answer);
      return this;
    }

    Script then(RuntimeException failure) {
      answers.add(() -> {
        throw failure;
      });
      return this;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
      attempts++;
      return answers.remove().get();
    }

    @Override
    public void close() {}
  }

  @Nested
  class Waits {
    @Test
    void doubleUpToTheirCap() {
      for (int i = 0; i < 8; i++) {
        server.then(broken());
      }
      server.then(status(200));

      send(GET, RetryPolicy.defaults().retries(8), () -> 1.0);

      assertThat(waits)
          .extracting(Duration::toMillis)
          .containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @ParameterizedTest
    @CsvSource({"0.0,0,0", "0.5,125,250", "0.25,62,125"})
    void areAnyPartOfTheirBound(double random, long first, long second) {
      server.then(broken()).then(status(503)).then(status(200));

      send(GET, RetryPolicy.defaults(), () -> random);

      assertThat(waits).extracting(Duration::toMillis).containsExactly(first, second);
    }

    @Test
    void doNotOverflowAfterManyRetries() {
      for (int i = 0; i < 100; i++) {
        server.then(broken());
      }
      server.then(status(200));

      send(GET, RetryPolicy.defaults().retries(100), () -> 1.0);

      assertThat(waits).hasSize(100).allMatch(wait -> wait.toMillis() <= 10_000);
      assertThat(waits.get(99)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void areThoseOfThePolicy() {
      server.then(broken()).then(broken()).then(status(200));

      send(
          GET, RetryPolicy.defaults().waits(Duration.ofMillis(7), Duration.ofMillis(9)), () -> 1.0);

      assertThat(waits).containsExactly(Duration.ofMillis(7), Duration.ofMillis(9));
    }

    @Test
    void areNotTakenAfterTheLastAttempt() {
      server.then(status(503)).then(status(503));

      send(GET, RetryPolicy.defaults().retries(1), () -> 1.0);

      assertThat(waits).hasSize(1);
    }
  }

  @Nested
  class RetryAfterHeader {
    @ParameterizedTest
    @CsvSource({"0,0", "2,2", "59,59", "60,60", "61,60", "3600,60", "999999999,60", "' 3 ',3"})
    void inSecondsIsTakenUpToItsCap(String value, long seconds) {
      server.then(status(429, "Retry-After", value)).then(status(200));

      send(GET);

      assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"10:00:07,7", "10:00:00,0", "09:59:00,0", "10:05:00,60"})
    void asADateIsReadAgainstTheDateOfTheAnswer(String time, long seconds) {
      server
          .then(status(
              503,
              "Retry-After",
              "Wed, 11 Jun 2025 " + time + " GMT",
              "Date",
              "Wed, 11 Jun 2025 10:00:00 GMT"))
          .then(status(200));

      send(GET);

      assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void asADateIsReadAgainstTheClockWhenTheAnswerHasNoDate() {
      server
          .then(status(429, "Retry-After", "Wed, 11 Jun 2025 10:00:00 GMT"))
          .then(status(429, "Retry-After", "Tue, 11 Jun 2250 10:00:00 GMT"))
          .then(status(200));

      send(GET);

      assertThat(waits).containsExactly(Duration.ZERO, Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Wed, 99 Jun"})
    void thatSaysNothingIsAsGoodAsNone(String value) {
      server.then(status(429, "Retry-After", value)).then(status(200));

      send(GET);

      assertThat(waits).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void isCappedAsThePolicySays() {
      server.then(status(429, "Retry-After", "30")).then(status(200));

      send(GET, RetryPolicy.defaults().longestRetryAfter(Duration.ofSeconds(5)), () -> 1.0);

      assertThat(waits).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void whoseCapIsLowLeavesTheOtherWaitsAsTheyAre() {
      server.then(broken()).then(status(503)).then(status(200));

      send(GET, RetryPolicy.defaults().longestRetryAfter(Duration.ZERO), () -> 1.0);

      assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }
  }

  @Nested
  class Reads {
    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void areRepeatedThreeTimesOnAPassingStatus(int status) {
      for (int i = 0; i < 4; i++) {
        server.then(status(status));
      }

      assertThat(send(GET).statusCode()).isEqualTo(status);

      assertThat(server.attempts).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 401, 403, 404, 408, 409, 415, 500, 501, 505})
    void areNotRepeatedOnAnAnswer(int status) {
      server.then(status(status));

      assertThat(send(GET).statusCode()).isEqualTo(status);

      assertThat(server.attempts).isEqualTo(1);
      assertThat(waits).isEmpty();
    }

    @Test
    void areRepeatedAfterABrokenConnectionAndSayHowOften() {
      server.then(broken()).then(notSent()).then(broken()).then(broken());

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> send(GET))
          .withMessageContainingAll("GET", ADDRESS.toString(), "it broke", "4 times")
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(4))
          .withCauseInstanceOf(IOException.class);
    }

    @Test
    void areNotRepeatedAfterATimeout() {
      server.then(timeout());

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> send(GET))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
      assertThat(server.attempts).isEqualTo(1);
    }

    @Test
    void keepTheClassOfATimeoutAfterSeveralAttempts() {
      server.then(broken()).then(timeout());

      assertThatExceptionOfType(XrayTimeoutException.class)
          .isThrownBy(() -> send(GET))
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(2));
    }

    @Test
    void byPostAreRepeatedToo() {
      server.then(status(503)).then(broken()).then(status(200));

      ApiResponse answer = send(ApiRequest.of("POST", ADDRESS).withReadOnly());

      assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void areSentOnceWithoutRetries() {
      server.then(status(503));

      send(GET, RetryPolicy.none(), () -> 1.0);

      assertThat(server.attempts).isEqualTo(1);
    }
  }

  @Nested
  class Writes {
    @ParameterizedTest
    @CsvSource({"PUT,502", "PUT,503", "PUT,504", "POST,503", "DELETE,502", "PATCH,503"})
    void areNotRepeatedWhenTheServerMayHaveActed(String method, int status) {
      server.then(status(status));

      assertThat(send(ApiRequest.of(method, ADDRESS)).statusCode()).isEqualTo(status);

      assertThat(server.attempts).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE"})
    void areNotRepeatedAfterABrokenConnection(String method) {
      server.then(broken());

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> send(ApiRequest.of(method, ADDRESS)))
          .satisfies(e -> {
            assertThat(e.attempts()).isEqualTo(1);
            assertThat(e.isRequestSent()).isTrue();
          });
      assertThat(server.attempts).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE"})
    void areRepeatedOn429AndWhenNoConnectionWasMade(String method) {
      server.then(status(429)).then(notSent()).then(status(200));

      assertThat(send(ApiRequest.of(method, ADDRESS)).statusCode()).isEqualTo(200);

      assertThat(server.attempts).isEqualTo(3);
    }
  }

  @Nested
  class Interrupt {
    @Test
    void whileWaitingEndsTheCallAndKeepsTheFlag() {
      server.then(status(503));
      RetryInterceptor interceptor = new RetryInterceptor(
          RetryPolicy.defaults(),
          wait -> {
            throw new InterruptedException();
          },
          () -> 1.0,
          new Unheard());

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> interceptor.intercept(GET, server))
          .withMessageContaining("interrupted")
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.attempts).isEqualTo(1);
    }
  }
}
