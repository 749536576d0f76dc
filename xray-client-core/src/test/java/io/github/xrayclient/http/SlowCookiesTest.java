package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cookie handler of the caller that waits when the head of an answer arrives. */
@WireMockTest
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowCookiesTest {
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
  }

  @Test
  void doNotDelayOtherCalls(WireMockRuntimeInfo server) throws Exception {
    stubFor(get(anyUrl()).willReturn(okJson("{}")));
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .httpClient(client -> client.cookieHandler(new Slow()))
        .build()) {
      CompletableFuture<ApiResponse> slow = xray.call("GET", "/slow").sendAsync();
      called.await();

      assertThat(xray.call("GET", "/other").send().statusCode()).isEqualTo(200);

      assertThat(slow).isNotDone();
      end.countDown();
      assertThat(slow.join().statusCode()).isEqualTo(200);
    }
  }

  private final class Slow extends CookieHandler {
    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
      return Map.of();
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) {
      if (uri.getPath().endsWith("/slow")) {
        called.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
