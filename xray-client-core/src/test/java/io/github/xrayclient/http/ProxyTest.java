package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies for plain HTTP that want a login. */
@Timeout(30)
class ProxyTest {
  private static XrayClient client(TinyProxy proxy, boolean login) {
    return XrayClient.builder()
        .baseUrl("http://acme.example")
        .allowPlainHttp()
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .httpClient(builder -> proxy.use(builder, login))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT"})
  void withoutALoginSayWhatToSet(String method) {
    try (TinyProxy proxy = new TinyProxy(head -> TinyProxy.REFUSED);
        XrayClient xray = client(proxy, false)) {
      XrayApiException e = catchThrowableOfType(
          XrayApiException.class, () -> xray.call(method, "/xray/x").send());

      assertThat(e.statusCode()).isEqualTo(407);
      assertThat(e)
          .hasMessageContainingAll(
              method, "proxy", "authenticator", "-Djdk.http.auth.tunneling.disabledSchemes=");
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void areGivenTheLoginOfTheHook() {
    try (TinyProxy proxy = new TinyProxy(
            head -> head.toLowerCase(Locale.ROOT).contains("proxy-authorization: basic")
                ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                : TinyProxy.REFUSED);
        XrayClient xray = client(proxy, true)) {
      assertThat(xray.call("GET", "/xray/x").send().text()).isEqualTo("{}");
      assertThat(proxy.heads()).last().asString().startsWith("GET http://acme.example/xray/x ");
    }
  }
}
