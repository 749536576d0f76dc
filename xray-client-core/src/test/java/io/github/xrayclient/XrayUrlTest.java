package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Xray at an address of its own, and platforms below a path. */
@WireMockTest
@Timeout(30)
class XrayUrlTest {
  private static XrayClientBuilder builder() {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.bearer("t0ken-of-the-test"));
  }

  @Nested
  class Xray {
    @ParameterizedTest
    @CsvSource({
      "http://127.0.0.1:8046, http://127.0.0.1:8046/api/v1/x",
      "http://127.0.0.1:8046/, http://127.0.0.1:8046/api/v1/x",
      "https://x.example/xray, https://x.example/xray/api/v1/x",
      "https://x.example/xray//, https://x.example/xray/api/v1/x",
      "https://x.example/a/router, https://x.example/a/router/api/v1/x",
      "https://x.example/artifactory, https://x.example/artifactory/api/v1/x",
      "https://x.example?a=b#c, https://x.example/api/v1/x",
      "' HTTPS://x.example ', https://x.example/api/v1/x"
    })
    void isAskedAtItsOwnAddressWithoutItsName(String xrayUrl, String address) {
      try (XrayClient xray = builder().xrayUrl(xrayUrl).build()) {
        assertThat(xray.call("GET", "/xray/api/v1/x").request().uri()).hasToString(address);
        assertThat(xray.call("GET", "/xray/api/v1/x").query("a", "b").request().uri())
            .hasToString(address + "?a=b");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/artifactory/api/repositories", "/xrays/api", "/access/xray/api", "/xray"})
    void aloneIsAskedThere(String path) {
      try (XrayClient xray = builder().xrayUrl("https://x.example").build()) {
        assertThat(xray.call("GET", path).request().uri())
            .hasToString("https://acme.example" + path);
        assertThat(xray.baseUrl()).hasToString("https://acme.example");
      }
    }

    @Test
    void isAskedThereByTheServices(WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("[]")));
      try (XrayClient xray =
          builder().xrayUrl(server.getHttpBaseUrl() + "/direct").build()) {
        xray.policies().list();
      }

      assertThat(findAll(anyRequestedFor(anyUrl()))).singleElement().satisfies(request -> {
        assertThat(request.getUrl()).isEqualTo("/direct/api/v2/policies");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken-of-the-test");
      });
    }

    @Test
    void sharesTheCredentialsWithThePlatform(WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("[]")));
      try (FakeXray other = FakeXray.start();
          XrayClient xray =
              builder().baseUrl(server.getHttpBaseUrl()).xrayUrl(other.url()).build()) {
        xray.call("GET", "/artifactory/api/x").send();
        other.failNext(200, 1);
        xray.call("GET", "/xray/api/x").send();

        assertThat(other.requests()).singleElement().satisfies(request -> {
          assertThat(request.path()).isEqualTo("/api/x");
          assertThat(request.header("Authorization")).hasValue("Bearer t0ken-of-the-test");
        });
      }

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .singleElement()
          .satisfies(request ->
              assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken-of-the-test"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "x.example",
          "/xray",
          "ftp://x.example",
          "https://user:password@x.example",
          "https://x.example:99999",
          "https://x .example"
        })
    void isRefusedAtOnceWhereItsAddressIsNone(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder().xrayUrl(url))
          .withMessageContaining("the URL of Xray")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("password@"));
    }

    @Test
    void mustNotBePlainHttpUnlessAllowed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder().xrayUrl("http://x.example:8046").build())
          .withMessageContainingAll("http://x.example:8046", "allowPlainHttp");

      builder().xrayUrl("http://x.example:8046").allowPlainHttp().build().close();
      builder().xrayUrl("http://localhost:8046").build().close();
    }
  }

  @Nested
  class AContextPath {
    @ParameterizedTest
    @ValueSource(strings = {"/jfrog", "/jfrog/", "/jfrog/xray", "/jfrog/artifactory/", "/jfrog/ui"})
    void standsBeforeEveryRequest(String tail, WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("[]")));
      try (XrayClient xray = builder().baseUrl(server.getHttpBaseUrl() + tail).build()) {
        xray.policies().list();
        xray.call("GET", "/artifactory/api/x").send();
      }

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .extracting(LoggedRequest::getUrl)
          .containsExactlyInAnyOrder("/jfrog/xray/api/v2/policies", "/jfrog/artifactory/api/x");
    }

    @Test
    void isNoReasonToKeepCredentialsBack(WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("[]")));
      try (XrayClient xray =
          builder().baseUrl(server.getHttpBaseUrl() + "/jfrog").build()) {
        xray.policies().list();
      }

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .singleElement()
          .satisfies(request ->
              assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken-of-the-test"));
    }
  }
}
