package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayTransportException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that environment variables name. */
@Timeout(30)
class ProxyVariablesTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private static XrayClientBuilder builder(String url, Map<String, String> variables) {
    return XrayClient.builder()
        .baseUrl(url)
        .allowPlainHttp()
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.none())
        .proxyFromEnvironment(variables);
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** The proxy that the JDK's client is given for a URL; "direct" for none. */
  private static String proxyFor(String url, Map<String, String> variables) {
    AtomicReference<HttpClient.Builder> made = new AtomicReference<>();
    builder("http://acme.example", variables).httpClient(made::set).build().close();
    ProxySelector selector = made.get().build().proxy().orElseThrow();
    InetSocketAddress address =
        (InetSocketAddress) selector.select(URI.create(url)).get(0).address();
    return address == null ? "direct" : address.getHostString() + ":" + address.getPort();
  }

  @Nested
  class Choice {
    @ParameterizedTest
    @CsvSource({
      "https://a.example, HTTPS_PROXY=http://p:1, p:1",
      "https://a.example, https_proxy=http://p:1, p:1",
      "https://a.example, https_proxy=http://low:1 HTTPS_PROXY=http://up:2, low:1",
      "https://a.example, https_proxy= HTTPS_PROXY=http://up:2, up:2",
      "https://a.example, HTTP_PROXY=http://p:1, direct",
      "http://a.example, HTTP_PROXY=http://p:1, p:1",
      "http://a.example, HTTPS_PROXY=http://p:1, direct",
      "https://a.example, ALL_PROXY=http://p:1, p:1",
      "https://a.example, all_proxy=http://p:1 HTTPS_PROXY=http://q:2, q:2",
      "https://a.example, HTTPS_PROXY=p, p:80",
      "https://a.example, HTTPS_PROXY=p:3128, p:3128",
      "https://a.example, HTTPS_PROXY=http://user:pass@p:3128/, p:3128",
      "https://localhost:8443, HTTPS_PROXY=http://p:1, direct",
      "https://127.0.0.1, HTTPS_PROXY=http://p:1, direct",
    })
    void isTheVariableOfTheScheme(String url, String variables, String proxy) {
      Map<String, String> map = new HashMap<>();
      for (String variable : variables.split(" ", -1)) {
        int equals = variable.indexOf('=');
        map.put(variable.substring(0, equals), variable.substring(equals + 1));
      }

      assertThat(proxyFor(url, map)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a.example             | https://a.example        | direct",
          "a.example             | https://sub.a.example    | direct",
          "a.example             | https://ba.example       | p:1",
          ".a.example            | https://sub.a.example    | direct",
          ".a.example            | https://a.example        | direct",
          "*.a.example           | https://sub.a.example    | direct",
          "A.Example             | https://a.EXAMPLE        | direct",
          "a.example:443         | https://a.example        | direct",
          "a.example:8443        | https://a.example        | p:1",
          "a.example:8443        | https://a.example:8443   | direct",
          "*                     | https://a.example        | direct",
          "b.example, a.example  | https://a.example        | direct",
          "b.example a.example   | https://a.example        | direct",
          "10.1.2.3              | https://10.1.2.3         | direct",
          "10.0.0.0/8            | https://10.1.2.3         | direct",
          "10.0.0.0/8            | https://11.1.2.3         | p:1",
          "10.0.0.0/16           | https://10.1.2.3         | p:1",
          "10.0.0.0/8            | https://10.example       | p:1",
          "999.0.0.0/8           | https://10.1.2.3         | p:1",
          "10.0.0.0/99           | https://10.1.2.3         | p:1",
          "[2001:db8::1]         | https://[2001:db8::1]    | direct",
          "2001:db8::1           | https://[2001:db8::1]    | direct",
          "[2001:db8::1]:8443    | https://[2001:db8::1]    | p:1",
          "' , ,'                | https://a.example        | p:1",
        })
    void leavesOutWhatNoProxyLists(String list, String url, String proxy) {
      assertThat(proxyFor(url, map("HTTPS_PROXY", "http://p:1", "NO_PROXY", list)))
          .isEqualTo(proxy);
      assertThat(proxyFor(url, map("HTTPS_PROXY", "http://p:1", "no_proxy", list, "NO_PROXY", "*")))
          .as("lower case wins")
          .isEqualTo(proxy);
    }

    @Test
    void isLeftToTheJdkWhereNoVariableIsSet() {
      System.setProperty("https.proxyHost", "system.example");
      System.setProperty("https.proxyPort", "9");
      try {
        assertThat(proxyFor("https://a.example", Map.of())).isEqualTo("system.example:9");
        assertThat(proxyFor("https://a.example", Map.of("HTTP_PROXY", "http://p:1")))
            .isEqualTo("system.example:9");
        assertThat(proxyFor("https://a.example", Map.of("HTTPS_PROXY", "http://p:1")))
            .isEqualTo("p:1");
        assertThat(proxyFor("https://a.example", Map.of("NO_PROXY", "a.example")))
            .isEqualTo("direct");
      } finally {
        System.clearProperty("https.proxyHost");
        System.clearProperty("https.proxyPort");
      }
    }
  }

  @Nested
  class Value {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://user:hid den@p:1",
          "http://user:hid#den@p:1",
          "http://:hidden@p:1",
          "http://hidden@p:1",
          "http://user:hidden%@p:1",
          "http://user:hidden%0A@p:1",
          "http://user:hidden@p:99999",
          "http://user:hidden@:1",
          "socks5://user:hidden@p:1",
          "https://user:hidden@p:1",
          "://hidden",
        })
    void thatIsNoProxyIsRefusedByTheNameOfItsVariable(String value) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder("https://acme.example", Map.of("https_proxy", value)))
          .withMessageStartingWith("https_proxy ")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("hid", "den"))
          .withNoCause();
    }

    @Test
    void thatTheJdkCannotUseSaysWhat() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> builder("https://acme.example", Map.of("HTTPS_PROXY", "socks5://p.example:1")))
          .withMessageContainingAll("HTTPS_PROXY must begin with http://", "socks5://");
    }
  }

  @Nested
  class Requests {
    @Test
    void goThroughTheProxyWithItsLogin() {
      try (TinyProxy proxy = new TinyProxy(head -> OK);
          XrayClient xray = builder(
                  "http://acme.example",
                  Map.of("HTTP_PROXY", "http://us%40er:p%3Ass+1@127.0.0.1:" + proxy.port()))
              .build()) {
        assertThat(xray.call("GET", "/xray/x").send().text()).isEqualTo("{}");

        String login =
            Base64.getEncoder().encodeToString("us@er:p:ss+1".getBytes(StandardCharsets.UTF_8));
        assertThat(proxy.heads())
            .singleElement()
            .asString()
            .startsWith("GET http://acme.example/xray/x ")
            .contains("Proxy-Authorization: Basic " + login, "Bearer t0ken-of-the-test");
      }
    }

    @Test
    void openATunnelForHttpsWithoutTheToken() {
      try (TinyProxy proxy = new TinyProxy(head -> TinyProxy.REFUSED);
          XrayClient xray = builder(
                  "https://acme.example",
                  Map.of(
                      "HTTPS_PROXY",
                      "http://user:" + TinyProxy.SECRET + "@127.0.0.1:" + proxy.port()))
              .build()) {
        XrayTransportException e = catchThrowableOfType(
            XrayTransportException.class, () -> xray.call("GET", "/xray/x").send());

        assertThat(proxy.heads())
            .singleElement()
            .asString()
            .startsWith("CONNECT acme.example:443 ")
            .doesNotContain("t0ken");
        assertThat(e)
            .hasMessageContainingAll("407", "-Djdk.http.auth.tunneling.disabledSchemes=")
            .hasMessageNotContaining(TinyProxy.SECRET);
      }
    }

    @Test
    void sendNoLoginOfTheProxyDirectly() {
      try (TinyProxy server = new TinyProxy(head -> OK);
          XrayClient xray = builder(
                  "http://127.0.0.1:" + server.port(),
                  Map.of("HTTP_PROXY", "http://user:" + TinyProxy.SECRET + "@p.example:1"))
              .build()) {
        xray.call("GET", "/xray/x").send();

        assertThat(server.heads())
            .singleElement()
            .asString()
            .startsWith("GET /xray/x ")
            .satisfies(head ->
                assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("proxy-authorization"));
      }
    }

    @Test
    void sendNoLoginToAnotherProxyThatTheHookSets() {
      try (TinyProxy other = new TinyProxy(head -> OK);
          XrayClient xray = builder(
                  "http://acme.example",
                  Map.of("HTTP_PROXY", "http://user:" + TinyProxy.SECRET + "@p.example:1"))
              .httpClient(client -> other.use(client, false))
              .build()) {
        xray.call("GET", "/xray/x").send();

        assertThat(other.heads())
            .singleElement()
            .asString()
            .startsWith("GET http://acme.example/xray/x ")
            .doesNotContain("Proxy-Authorization");
      }
    }

    @Test
    void hideTheLoginInTheAnswerOfAProxy() {
      String page = "{\"error\": \"user:" + TinyProxy.SECRET + " may not\"}";
      try (TinyProxy proxy = new TinyProxy(
              head -> "HTTP/1.1 403 No\r\nContent-Length: " + page.length() + "\r\n\r\n" + page);
          XrayClient xray = builder(
                  "http://acme.example",
                  Map.of(
                      "HTTP_PROXY",
                      "http://user:" + TinyProxy.SECRET + "@127.0.0.1:" + proxy.port()))
              .build()) {
        XrayApiException e = catchThrowableOfType(
            XrayApiException.class, () -> xray.call("GET", "/xray/x").send());

        assertThat(e).hasMessageContaining("may not").hasMessageNotContaining(TinyProxy.SECRET);
        assertThat(List.of(xray.redact(TinyProxy.SECRET))).doesNotContain(TinyProxy.SECRET);
      }
    }

    @Test
    void leaveA401OfTheServerAsItIs() {
      try (TinyProxy proxy = new TinyProxy(head -> "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic"
              + " realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
          XrayClient xray = builder(
                  "http://acme.example",
                  Map.of("HTTP_PROXY", "http://user:secret-word@127.0.0.1:" + proxy.port()))
              .build()) {
        assertThat(catchThrowableOfType(
                    XrayApiException.class, () -> xray.call("GET", "/xray/x").send())
                .statusCode())
            .isEqualTo(401);
      }
    }
  }
}
