package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that cannot be reached, or that break off. */
@WireMockTest
@Timeout(30)
class DeadProxyTest {
  private static XrayClient client(String url, ProxySelector proxies, Duration timeout) {
    return XrayClient.builder()
        .baseUrl(url)
        .allowPlainHttp()
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .timeout(timeout)
        .httpClient(builder -> builder.proxy(proxies))
        .build();
  }

  private static XrayTransportException failure(String url, ProxySelector proxies) {
    return failure(url, proxies, Duration.ofSeconds(25));
  }

  private static XrayTransportException failure(
      String url, ProxySelector proxies, Duration timeout) {
    try (XrayClient xray = client(url, proxies, timeout)) {
      return catchThrowableOfType(
          XrayTransportException.class, () -> xray.call("GET", "/xray/x").send());
    }
  }

  private static InetSocketAddress deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://acme.example", "https://acme.example"})
  void areNamedAsTheOnesThatRefused(String url) throws IOException {
    InetSocketAddress proxy = deadPort();

    XrayTransportException e = failure(url, ProxySelector.of(proxy));

    assertThat(e)
        .hasMessage("GET " + url + "/xray/x failed: the proxy 127.0.0.1:" + proxy.getPort()
            + " refused the connection");
    assertThat(e.isRequestSent()).as("requestSent").isFalse();
    assertThat(e.isRepeatable()).as("repeatable").isTrue();
  }

  @Test
  void areNamedIfTheirNameIsUnknown() {
    InetSocketAddress proxy = InetSocketAddress.createUnresolved("proxy.invalid", 3128);

    assertThat(failure("https://acme.example", ProxySelector.of(proxy)))
        .hasMessageEndingWith(": the host name of the proxy proxy.invalid:3128 cannot be resolved");
  }

  @Test
  void areNamedIfTheyAreSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress proxy =
          InetSocketAddress.createUnresolved("127.0.0.1", silent.getLocalPort());

      assertThat(failure("https://acme.example", ProxySelector.of(proxy), Duration.ofSeconds(1)))
          .isInstanceOf(XrayTimeoutException.class)
          .hasMessageContaining(" through the proxy 127.0.0.1:" + proxy.getPort());
    }
  }

  @Test
  void areNamedIfTheyBreakOff(WireMockRuntimeInfo server) {
    stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    InetSocketAddress proxy = InetSocketAddress.createUnresolved("127.0.0.1", server.getHttpPort());

    assertThat(failure("http://acme.example", ProxySelector.of(proxy)))
        .hasMessageContaining(
            ": the connection through the proxy 127.0.0.1:" + proxy.getPort() + " broke (");
  }

  @Test
  void areNotBlamedForHostsThatAreReachedWithoutThem() throws IOException {
    InetSocketAddress host = deadPort();
    ProxySelector none = new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        throw new AssertionError("the JDK's client does not call this", e);
      }
    };

    assertThat(failure("http://127.0.0.1:" + host.getPort(), none))
        .hasMessageEndingWith(": 127.0.0.1:" + host.getPort() + " refused the connection");
  }
}
