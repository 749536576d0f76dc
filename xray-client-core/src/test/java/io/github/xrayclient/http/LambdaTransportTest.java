package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transport that is a lambda, such as one that stands in for a server in a test. */
class LambdaTransportTest {
  private final List<ApiRequest> sent = new ArrayList<>();

  private static XrayClient client(Transport transport) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .transport(transport)
        .retryPolicy(RetryPolicy.defaults().retries(2).waits(Duration.ZERO, Duration.ZERO))
        .build();
  }

  private ApiResponse answer(ApiRequest request, String json) {
    sent.add(request);
    return new ApiResponse(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void answersTheCallsOfServices() {
    try (XrayClient xray = client(request -> answer(request, "[{\"name\":\"p\"}]"))) {
      assertThat(xray.policies().list()).extracting(policy -> policy.name()).containsExactly("p");
    }

    assertThat(sent).singleElement().satisfies(request -> {
      assertThat(request).hasToString("GET https://acme.example/xray/api/v2/policies");
      assertThat(request.operation()).isEqualTo("GET /xray/api/v2/policies");
      assertThat(request.headers()).containsEntry("Authorization", "Bearer t0ken-of-the-test");
    });
  }

  @Test
  void downloadsWhatItAnswers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer");
    try (XrayClient xray = client(request -> answer(request, "the answer"))) {
      ApiResponse answer = xray.call("GET", "/x").download(file);

      assertThat(answer.body()).isEmpty();
    }

    assertThat(Files.readString(file)).isEqualTo("the answer");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, NO_CONNECTION, 3",
    "PUT, NO_CONNECTION, 3",
    "GET, NOT_SENT, 1",
    "PUT, NOT_SENT, 1",
    "GET, CONNECTION_BROKEN, 3",
    "PUT, CONNECTION_BROKEN, 1",
    "GET, NO_ANSWER, 1",
    "PUT, NO_ANSWER, 1"
  })
  void saysByItsExceptionWhetherARequestIsRepeated(String method, Kind kind, int attempts) {
    Transport broken = request -> {
      sent.add(request);
      throw new XrayTransportException(
          kind, request.method(), request.uri(), "it broke", new ConnectException("x"));
    };
    try (XrayClient xray = client(broken)) {
      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.call(method, "/x").send())
          .withMessageStartingWith(method + " https://acme.example/x failed: it broke")
          .withCauseInstanceOf(ConnectException.class)
          .satisfies(e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.attempts()).isEqualTo(attempts);
          });
    }
    assertThat(sent).hasSize(attempts);
  }

  @Test
  void isNotTriedAgainIfItSaysNothingOfTheFailure() {
    Transport broken = request -> {
      sent.add(request);
      throw new XrayTransportException(request.method(), request.uri(), "it broke", null);
    };
    try (XrayClient xray = client(broken)) {
      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.policies().list())
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NO_ANSWER));
    }
    assertThat(sent).hasSize(1);
  }
}
