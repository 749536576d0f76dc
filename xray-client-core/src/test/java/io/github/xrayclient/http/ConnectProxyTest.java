package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that refuse to make a tunnel for https. */
@Timeout(30)
class ConnectProxyTest {
  private static XrayClient client(TinyProxy proxy, boolean login) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .httpClient(builder -> proxy.use(builder, login))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"GET,false", "PUT,false", "GET,true", "PUT,true"})
  void thatWantALoginSayWhichFlagTheJvmNeeds(String method, boolean login) {
    try (TinyProxy proxy = new TinyProxy(head -> TinyProxy.REFUSED);
        XrayClient xray = client(proxy, login)) {
      XrayTransportException e = catchThrowableOfType(
          XrayTransportException.class, () -> xray.call(method, "/xray/x").send());

      assertThat(e)
          .hasMessageContainingAll(
              method + " https://acme.example/xray/x",
              "proxy",
              "407",
              "-Djdk.http.auth.tunneling.disabledSchemes=")
          .hasMessageNotContaining(TinyProxy.SECRET)
          .hasMessageNotContaining("t0ken");
      assertThat(e.isRequestSent()).as("requestSent").isFalse();
      assertThat(e.attempts()).isEqualTo(1);
      assertThat(proxy.heads())
          .hasSize(1)
          .allSatisfy(head ->
              assertThat(head).startsWith("CONNECT acme.example:443 ").doesNotContain("t0ken"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502, 503})
  void thatRefuseForAnotherReasonHaveSentNothing(int status) {
    try (TinyProxy proxy =
            new TinyProxy(head -> "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
        XrayClient xray = client(proxy, false)) {
      XrayTransportException e = catchThrowableOfType(
          XrayTransportException.class, () -> xray.call("PUT", "/xray/x").send());

      assertThat(e).hasMessageContainingAll("proxy", String.valueOf(status));
      assertThat(e.isRequestSent()).as("requestSent").isFalse();
    }
  }
}
