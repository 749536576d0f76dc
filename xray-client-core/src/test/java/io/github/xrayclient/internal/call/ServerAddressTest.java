package io.github.xrayclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://acme.example, https://ACME.example:443/",
    "http://acme.example:80, http://acme.example",
    "https://acme.example/jfrog, https://acme.example/jfrog//",
    "not a url, not a url"
  })
  void isThatOfOneServer(String one, String other) {
    assertThat(ServerAddress.isSame(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.example, http://acme.example",
    "https://acme.example, https://acme.example:80",
    "https://acme.example, https://127.example",
    "http://localhost:1, http://localhost:2",
    "https://acme.example/a, https://acme.example/b",
    "not a url, https://acme.example"
  })
  void isThatOfTwoServers(String one, String other) {
    assertThat(ServerAddress.isSame(one, other)).isFalse();
  }

  /** A client sends its token to this computer by plain HTTP, and takes all its names for one. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.1.1", "[::1]", "[0:0:0:0:0:0:0:1]"})
  void isThatOfThisComputer(String host) {
    String url = "http://" + host + ":8082";

    assertThat(ServerAddress.isSame(url, "http://LocalHost:8082/")).isTrue();
    try (XrayClient xray =
        XrayClient.builder().baseUrl(url).credentials(Credentials.bearer("t")).build()) {
      assertThat(xray.baseUrl()).hasToString(url);
    }
  }
}
