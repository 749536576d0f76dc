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
    "http://127.0.0.1:8082, http://127.0.0.2:8082",
    "http://localhost:8082, http://127.0.1.1:8082",
    "https://acme.example/a, https://acme.example/b",
    "not a url, https://acme.example"
  })
  void isThatOfTwoServers(String one, String other) {
    assertThat(ServerAddress.isSame(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"})
  void mayHaveAnyNameForLocalhost(String host) {
    assertThat(ServerAddress.isSame("http://" + host + ":8082", "http://LocalHost:8082/"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.1.1", "[::1]", "[0:0:0:0:0:0:0:1]"})
  void mayBeThatOfThisComputerWithPlainHttp(String host) {
    String url = "http://" + host + ":8082";

    try (XrayClient xray =
        XrayClient.builder().baseUrl(url).credentials(Credentials.bearer("t")).build()) {
      assertThat(xray.baseUrl()).hasToString(url);
    }
  }
}
