package io.github.xrayclient.diagnostics.internal.evidence.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalReadTest {
  private static final List<String> KEYS = List.of("a", "b", "c");

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private String read(String key) {
    return xray.repositories().get(key).key();
  }

  @Test
  void takesNoInterruptForAFailureOfTheServer() {
    OptionalRead<String, String> read = OptionalRead.of(
        key -> {
          Thread.currentThread().interrupt();
          return read(key);
        },
        5);

    assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> read.ask("libs"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // status, requests for three questions that need one right, and that need a right each
    "401, 1, 1",
    "403, 1, 3",
    "404, 3, 3",
    "500, 3, 3"
  })
  void endsIfTheNextQuestionWouldFailForTheSameReason(int status, int oneRight, int rightEach) {
    OptionalRead<String, String> read = OptionalRead.of(this::read, 5);
    OptionalRead<String, String> each = OptionalRead.ofEach(this::read, 5);
    server.failNext(status, 6);

    KEYS.forEach(key -> assertThat(read.ask(key).problem()).contains("answered " + status));
    assertThat(server.requests()).hasSize(oneRight);

    KEYS.forEach(key -> assertThat(each.ask(key).problem()).contains("answered " + status));
    assertThat(server.requests()).hasSize(oneRight + rightEach);
  }

  /** Reports show the reason to people who write no Java. */
  @Test
  void givesAReasonWithoutAdviceForJavaCode() {
    try (XrayClient small = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .maxAnswerBytes(10)
        .build()) {
      OptionalRead<String, Integer> read =
          OptionalRead.of(always -> small.policies().list().size(), 1);
      server.seed(FakeXray.Kind.POLICIES, "{\"name\":\"no-critical\",\"type\":\"security\"}");

      assertThat(read.ask("policies").problem())
          .contains("GET http", "10 bytes")
          .doesNotContain("maxAnswerBytes");
    }
  }

  @Test
  void endsIfThereIsNoAnswer() {
    OptionalRead<String, String> read = OptionalRead.ofEach(this::read, 5);
    server.failNext(FakeXray.Fault.LOST_ANSWER, 6);

    String problem = read.ask("a").problem();
    int requests = server.requests().size();

    assertThat(problem).isNotEmpty();
    assertThat(read.ask("b").problem()).isEqualTo(problem);
    assertThat(server.requests()).hasSize(requests);
  }
}
