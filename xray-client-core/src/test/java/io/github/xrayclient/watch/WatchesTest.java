package io.github.xrayclient.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testsupport.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class WatchesTest {
  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl() + "/xray")
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  @Nested
  class ListAll {
    @Test
    void readsTheSampleOfTheArticleByOneRequest() {
      stubFor(get(anyUrl())
          .willReturn(okJson(Fixtures.text("watches/GET_watches_all-repos_200.json"))));

      assertThat(xray.watches().list()).extracting(Watch::name).containsExactly("Test_watch");

      verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/watches")));
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void asksForAProjectWithoutChangingTheService() {
      stubFor(get(anyUrl()).willReturn(okJson("[]")));
      Watches all = xray.watches();

      all.inProject("a b&c").list();
      all.list();

      verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/watches?projectKey=a%20b%26c")));
      verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/watches")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "", "{\"watches\":null}", "{\"data\":[]}"})
    void readsNothingAsNothing(String body) {
      stubFor(get(anyUrl()).willReturn(ok(body)));

      assertThat(xray.watches().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{}", "{\"error\":\"x\"}", "7", "[7]", "[{\"a\":1}]", "[", "<html></html>"})
    void neverReadsSomethingElseAsNothing(String body) {
      stubFor(get(anyUrl()).willReturn(ok(body)));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().list())
          .withMessageContaining("/xray/api/v2/watches");
    }

    @Test
    void throwsWithoutTheRightToRead() {
      stubFor(get(anyUrl()).willReturn(jsonResponse("{\"error\":\"Permission denied\"}", 403)));

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> xray.watches().list())
          .withMessageEndingWith("/xray/api/v2/watches answered 403: Permission denied");
    }
  }
}
