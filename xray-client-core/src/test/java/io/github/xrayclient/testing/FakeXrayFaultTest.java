package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.internal.http.FailureScript;
import io.github.xrayclient.testing.internal.http.FakeHttp;
import io.github.xrayclient.testing.internal.http.Settings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class FakeXrayFaultTest {
  private static final String ROOT = "/xray/api/v2/policies";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(Kind.POLICIES, quoted("{'name':'a'}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int stored() {
    return server.stored(Kind.POLICIES).size();
  }

  @Nested
  class Status {
    @Test
    void isAnsweredAsOftenAsOrderedAndWithoutEffect() {
      server.failNext(503, 2);

      assertThat(http.delete(ROOT + "/a").statusCode()).isEqualTo(503);
      HttpResponse<String> second = http.delete(ROOT + "/a");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(json(second).path("error").asText()).isNotEmpty();
      assertThat(stored()).isEqualTo(1);

      assertThat(http.delete(ROOT + "/a").statusCode()).isEqualTo(200);
      assertThat(stored()).isZero();
    }

    @Test
    void canHaveAHeader() {
      server.failNext(429, 1, "Retry-After", "2");

      HttpResponse<String> response = http.get(ROOT);

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.headers().firstValue("Retry-After")).contains("2");
      assertThat(http.get(ROOT).headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void comesInTheOrderOfTheOrders() {
      server.failNext(500, 1).failNext(502, 1).failNext(204, 1);

      assertThat(http.get(ROOT).statusCode()).isEqualTo(500);
      assertThat(http.get(ROOT).statusCode()).isEqualTo(502);
      assertThat(http.get(ROOT).statusCode()).isEqualTo(204);
      assertThat(http.get(ROOT).statusCode()).isEqualTo(200);
    }

    @Test
    void mustMakeSense() {
      assertThatIllegalArgumentException().isThrownBy(() -> server.failNext(99, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> server.failNext(500, 0));
      assertThatIllegalArgumentException().isThrownBy(() -> server.pageCap(0));
      assertThatIllegalArgumentException().isThrownBy(() -> server.latency(Duration.ofMillis(-1)));
    }
  }

  @Nested
  class Connection {
    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_RESET", "TRUNCATED_BODY", "LOST_ANSWER"})
    void breaks(Fault fault) {
      http.get(ROOT);
      server.failNext(fault, 1);

      assertThatThrownBy(() -> http.delete(ROOT + "/a")).isInstanceOf(UncheckedIOException.class);

      assertThat(stored()).isEqualTo(fault == Fault.CONNECTION_RESET ? 1 : 0);
      assertThat(http.get(ROOT).statusCode()).isEqualTo(200);
    }

    @Test
    void breaksForAReadThatIsRepeatedByTheClientToo() {
      server.failNext(Fault.CONNECTION_RESET, 2);

      assertThatThrownBy(() -> http.get(ROOT)).isInstanceOf(UncheckedIOException.class);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @Nested
  class Body {
    @Test
    void isGarbage() {
      server.failNext(Fault.GARBAGE_BODY, 1);

      HttpResponse<String> response = http.delete(ROOT + "/a");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThatThrownBy(() -> json(response)).isInstanceOf(UncheckedIOException.class);
      assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isALoginPage() {
      server.failNext(Fault.HTML_BODY, 1);

      HttpResponse<String> response = http.get(ROOT);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
      assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void isEmpty() {
      server.failNext(Fault.EMPTY_BODY, 1);

      HttpResponse<String> response = http.get(ROOT);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
    }
  }

  @Nested
  class Stall {
    @Test
    void beforeTheHeadersRunsIntoTheClientsTimeout() {
      server.failNext(Fault.STALLED_HEADERS, 1);

      assertThatThrownBy(() -> http.send(
              http.request(ROOT + "/a").timeout(Duration.ofMillis(200)).DELETE()))
          .hasCauseInstanceOf(HttpTimeoutException.class);

      assertThat(stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLED_HEADERS", "STALLED_BODY"})
    void endsWhenTheServerCloses(Fault fault) throws Exception {
      server.failNext(fault, 1);
      CompletableFuture<Integer> answer =
          CompletableFuture.supplyAsync(() -> http.delete(ROOT + "/a").statusCode());
      awaitRequest();
      assertThat(answer).isNotDone();

      server.close();

      assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }

    @Test
    void doesNotHoldUpOthers() {
      server.failNext(Fault.STALLED_BODY, 1);
      CompletableFuture<Integer> answer =
          CompletableFuture.supplyAsync(() -> http.get(ROOT).statusCode());
      awaitRequest();

      assertThat(http.get(ROOT).statusCode()).isEqualTo(200);
      assertThat(answer).isNotDone();
    }
  }

  @Nested
  class Latency {
    @Test
    void delaysEachAnswer() {
      server.latency(Duration.ofMillis(100));
      long start = System.nanoTime();

      http.get(ROOT);
      http.get(ROOT);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void endsWhenTheServerCloses() {
      server.latency(Duration.ofHours(1));
      CompletableFuture<Integer> answer =
          CompletableFuture.supplyAsync(() -> http.delete(ROOT + "/a").statusCode());
      awaitRequest();

      server.close();

      assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
      assertThat(stored()).isEqualTo(1);
    }
  }

  private void awaitRequest() {
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Nested
  class Clearing {
    @Test
    void forgetsWhatDidNotHappenYet() {
      server.failNext(503, 2).failNext(Fault.LOST_ANSWER, 1).failReload(3);
      assertThat(http.delete(ROOT + "/a").statusCode()).isEqualTo(503);

      server.clearFailures();

      assertThat(http.delete(ROOT + "/a").statusCode()).isEqualTo(200);
      assertThat(stored()).isZero();
    }
  }

  @Nested
  class Errors {
    private FakeHttp failing(Throwable failure) {
      FakeHttp failing = new FakeHttp(new Settings(), new FailureScript(), request -> {
        if (failure instanceof Error) {
          throw (Error) failure;
        }
        throw (RuntimeException) failure;
      });
      failing.start();
      return failing;
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.testing.FakeXrayFaultTest#failures")
    void ofAHandlerAreToldToTheClient(Throwable failure) throws Exception {
      FakeHttp failing = failing(failure);
      try {
        HttpResponse<String> answer = HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + failing.port() + "/x"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).path("error").asText())
            .contains(failure.getClass().getName(), "a method is missing");
      } finally {
        failing.close();
      }
    }
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new NoSuchMethodError("a method is missing"),
        new AssertionError("\"a method is missing\n\\"),
        new IllegalStateException("a method is missing"));
  }
}
