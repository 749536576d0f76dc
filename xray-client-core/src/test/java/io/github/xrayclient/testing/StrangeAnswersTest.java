package io.github.xrayclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that break the rules of HTTP. The server has acted on the request by then. */
@Timeout(60)
class StrangeAnswersTest {
  private static final String RULE =
      "{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"},\"actions\":{}}";
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private ContractServer server;
  private XrayClient xray;

  @BeforeEach
  void start() throws IOException {
    server = new ContractServer();
    xray = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .timeout(Duration.ofMillis(700))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
  }

  @AfterEach
  void stop() throws IOException {
    xray.close();
    server.close();
  }

  private static String withLength(String length) {
    return OK + "Content-Length: " + length + "\r\n\r\n{}";
  }

  private static String answer(String json) {
    return OK + "Content-Length: " + json.length() + "\r\n\r\n" + json;
  }

  /** Sends these answers in turn. */
  private void script(String... answers) {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    server.respond(out -> out.write(ContractServer.ascii(left.remove())));
  }

  private static Policy policy(String description) throws IOException {
    return XrayClient.jsonMapper().readValue(json(description), Policy.class);
  }

  private static String json(String description) {
    return "{\"name\":\"a\",\"type\":\"security\",\"description\":\"" + description
        + "\",\"rules\":[" + RULE + "]}";
  }

  private List<String> methods() {
    return server.requests().stream()
        .map(ContractServer.Received::method)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2, 2", "abc", "", "12345678901234567890", "0x2", "2.0"})
  void withALengthThatIsNoNumberAreTransportFailures(String length) {
    for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
      script(withLength(length));

      XrayTransportException e = catchThrowableOfType(
          XrayTransportException.class, () -> xray.call(method, "/x").send());

      assertThat(e.isRequestSent()).as("requestSent").isTrue();
      assertThat(e.isRepeatable()).as("repeatable").isFalse();
      assertThat(e)
          .hasMessageStartingWith(method + " " + server.url() + "/x failed: ")
          .hasMessageNotContaining("\n");
    }
    assertThat(server.requests()).hasSize(4);
  }

  static List<String> strange() {
    return List.of(
        withLength("-1"),
        withLength("-5"),
        withLength("9223372036854775807"),
        OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        OK + "Transfer-Encoding: gzip\r\n\r\n{}",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n",
        OK + "No colon here\r\nContent-Length: 2\r\n\r\n{}",
        OK + ": no name\r\nContent-Length: 2\r\n\r\n{}",
        OK + "X-\u0001: v\r\nContent-Length: 2\r\n\r\n{}",
        OK + "X-A: v\u0000w\r\nContent-Length: 2\r\n\r\n{}",
        OK + " folded: first\r\nContent-Length: 2\r\n\r\n{}",
        OK + "X-Big: " + "a".repeat(500_000) + "\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 99 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 1000 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 -20 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/3.7 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 " + "a".repeat(500_000) + "\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        "HTTP/1.1 103 Hints\r\n\r\n" + answer("{}"),
        "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\n{}",
        "HTTP/1.1 304 Same\r\nContent-Length: abc\r\n\r\n",
        "HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n",
        "nonsense\r\n\r\n",
        "\r\n\r\n",
        "\u0000\u0001\u0002");
  }

  @ParameterizedTest
  @MethodSource("strange")
  void ofOtherKindsAreExceptionsOfThisLibraryOrAnswers(String answer) {
    script(answer);

    Throwable thrown = catchThrowable(() -> xray.call("PUT", "/x").send());

    if (thrown != null) {
      assertThat(thrown.getClass().getName()).startsWith("io.github.xrayclient.error.");
    }
    if (thrown instanceof XrayTransportException) {
      assertThat(((XrayTransportException) thrown).isRequestSent()).isTrue();
    }
    assertThat(methods()).containsExactly("PUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 12345678901234567890\r\n\r\n{}",
        "HTTP/1.1 abc OK\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void toAWriteThatWasDoneAreNoFailureOfIt(String strange) throws IOException {
    script(strange, answer(json("after")));

    Policy stored = xray.policies()
        .update(PolicyUpdate.of(policy("before")).description("after").build())
        .value();

    assertThat(stored.description()).contains("after");
    assertThat(methods()).containsExactly("PUT", "GET");
  }

  @Test
  void toAWriteThatWasNotDoneLetItBeSentAgain() throws IOException {
    script(withLength("abc"), answer(json("before")), answer("{}"), answer(json("after")));

    Policy stored = xray.policies()
        .update(PolicyUpdate.of(policy("before")).description("after").build())
        .value();

    assertThat(stored.description()).contains("after");
    assertThat(methods()).containsExactly("PUT", "GET", "PUT", "GET");
  }
}
