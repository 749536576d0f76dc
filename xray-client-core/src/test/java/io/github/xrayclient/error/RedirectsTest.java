package io.github.xrayclient.error;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that point elsewhere. */
@WireMockTest
@Timeout(30)
class RedirectsTest {
  private String url;
  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl();
    xray = XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
    stubFor(any(anyUrl()).willReturn(okJson("{\"from\":\"elsewhere\"}")));
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void redirect(String from, int status, String location) {
    stubFor(any(urlEqualTo(from))
        .willReturn(aResponse().withStatus(status).withHeader("Location", location)));
  }

  private XrayApiException refusal(String method) {
    XrayApiException refusal = catchThrowableOfType(
        XrayApiException.class,
        () -> xray.call(method, "/xray/x").body(Map.of("a", 1)).send());
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Nested
  class OfAGetWithinTheOrigin {
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFollowedWhateverTheirStatus(int status) {
      redirect("/xray/x", status, url + "/xray/y");

      assertThat(xray.call("GET", "/xray/x").send().text()).contains("elsewhere");

      verify(2, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "/xray/x/, /xray/x/",
      "y, /xray/y",
      "./y?a=b%20c, /xray/y?a=b%20c",
      "../y, /y",
      "?a=b, /xray/?a=b",
      "/%C3%BC%2Fy, /%C3%BC%2Fy",
      "' /y ', /y"
    })
    void areFollowedToARelativeAddress(String location, String target) {
      redirect("/xray/x", 302, location);

      xray.call("GET", "/xray/x").send();

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .extracting(LoggedRequest::getUrl)
          .containsExactlyInAnyOrder("/xray/x", target);
    }

    @Test
    void areFollowedWithHeadersAndCredentials() {
      redirect("/xray/x", 302, "/y");

      xray.call("GET", "/xray/x").header("X-Own", "1").send();

      assertThat(findAll(anyRequestedFor(urlEqualTo("/y")))).singleElement().satisfies(request -> {
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken-of-the-test");
        assertThat(request.getHeader("X-Own")).isEqualTo("1");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
      });
    }

    @Test
    void areFollowedOnceOnly() {
      redirect("/xray/x", 302, "/y");
      redirect("/y", 302, "/z");

      XrayApiException e = refusal("GET");

      assertThat(e.statusCode()).isEqualTo(302);
      assertThat(e).hasMessageContaining("/z");
      verify(0, anyRequestedFor(urlEqualTo("/z")));
      verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void toItselfEnd() {
      redirect("/xray/x", 302, "/xray/x");

      assertThat(refusal("GET").statusCode()).isEqualTo(302);

      verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void areFollowedOnceInEachAttempt() {
      redirect("/xray/x", 302, "/y");
      stubFor(any(urlEqualTo("/y")).willReturn(aResponse().withStatus(503)));

      assertThat(refusal("GET").statusCode()).isEqualTo(503);

      verify(4, anyRequestedFor(urlEqualTo("/xray/x")));
      verify(4, anyRequestedFor(urlEqualTo("/y")));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 306})
    void areNoneOfTheOtherStatuses(int status) {
      redirect("/xray/x", status, "/y");

      assertThat(refusal("GET").statusCode()).isEqualTo(status);

      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a b/", "%zz", "http://[", "\u00e4://"})
    void areNotFollowedToWhatIsNoAddress(String location) {
      redirect("/xray/x", 302, location);

      assertThat(refusal("GET").statusCode()).isEqualTo(302);

      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void areNotFollowedNowhere() {
      stubFor(any(urlEqualTo("/xray/x")).willReturn(aResponse().withStatus(302)));

      assertThat(refusal("GET")).hasMessageContainingAll("302", "redirect", "check the base URL");

      verify(1, anyRequestedFor(anyUrl()));
    }
  }

  @Nested
  class OfAWrite {
    @ParameterizedTest
    @CsvSource({
      "PUT,301",
      "PUT,307",
      "PUT,308",
      "POST,302",
      "POST,303",
      "POST,307",
      "DELETE,301",
      "DELETE,308",
      "PATCH,307"
    })
    void areNeverFollowed(String method, int status) {
      redirect("/xray/x", status, "/y");

      XrayApiException e = refusal(method);

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e).hasMessageContainingAll(method, "/y", "not followed");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void areNotFollowedThoughItOnlyReads() {
      redirect("/xray/x", 307, "/y");

      assertThat(catchThrowableOfType(
              XrayApiException.class,
              () -> xray.call("POST", "/xray/x").readOnly().body(Map.of()).send()))
          .isNotNull();

      verify(1, anyRequestedFor(anyUrl()));
    }
  }

  @Nested
  class ToAnotherOrigin {
    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void areNotFollowedAndGetNoCredentials(String method) {
      try (FakeXray other = FakeXray.start()) {
        redirect("/xray/x", 302, other.url() + "/xray/x");

        XrayApiException e = refusal(method);

        assertThat(e.statusCode()).isEqualTo(302);
        assertThat(e)
            .hasMessageContainingAll(other.url(), "not followed", "base URL")
            .hasMessageNotContaining("t0ken");
        assertThat(other.requests()).isEmpty();
      }
    }

    @Test
    void areSeenByHostSchemeAndPort() {
      for (String elsewhere : new String[] {
        url.replace("localhost", "127.0.0.1"),
        url.replace("http:", "https:"),
        url.replaceAll(":[0-9]+$", ""),
        url.replace("://localhost", "://localhost.example"),
        "//127.0.0.1:1"
      }) {
        redirect("/xray/x", 302, elsewhere + "/xray/y");

        assertThat(refusal("GET").statusCode()).as(elsewhere).isEqualTo(302);
      }

      verify(0, anyRequestedFor(urlEqualTo("/xray/y")));
    }

    @Test
    void areNotShownWithTheirQuery() {
      redirect("/xray/x", 302, "https://login.example/sso?state=s3cr3t");

      assertThat(refusal("GET"))
          .hasMessageContaining("https://login.example/sso")
          .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void doNotAskASupplierOfTokensAgain() {
      AtomicInteger asked = new AtomicInteger();
      redirect("/xray/x", 302, "https://login.example/");
      try (XrayClient rotating = XrayClient.builder()
          .baseUrl(url)
          .credentials(
              Credentials.refreshing(() -> AccessToken.once("token-" + asked.incrementAndGet())))
          .build()) {
        assertThat(catchThrowableOfType(
                XrayApiException.class, () -> rotating.call("GET", "/xray/x").send()))
            .isNotNull();
      }

      assertThat(asked).hasValue(1);
    }
  }

  @Nested
  class OfAnInactiveInstance {
    private static final String PAGE = "https://landing.example/reactivate-server/acme";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
    void sayThatItIsNotActive(String method) {
      redirect("/xray/x", 302, PAGE + "?token=s3cr3t");

      assertThat(refusal(method))
          .hasMessageContainingAll(method, "302", "not active", "reactivate", PAGE)
          .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void areSeenInTheQueryToo() {
      redirect("/xray/x", 302, "https://landing.example/?to=reactivate-server");

      assertThat(refusal("GET")).hasMessageContaining("not active");
    }
  }

  @Nested
  class AWebPage {
    @Test
    void inPlaceOfAListingSaysThatTheBaseUrlMayBeWrong() {
      stubFor(any(anyUrl())
          .willReturn(aResponse()
              .withHeader("Content-Type", "text/html")
              .withBody("<html><title>Acme</title></html>")));

      assertThat(catchThrowableOfType(
              XrayDecodeException.class, () -> xray.policies().list()))
          .hasMessageContainingAll("web page", "base URL", url + "/xray/api/v2/policies");
      assertThat(catchThrowableOfType(
              XrayDecodeException.class, () -> xray.watches().list()))
          .hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void withAnErrorSaysThatTheBaseUrlMayBeWrong(int status) {
      stubFor(any(anyUrl())
          .willReturn(aResponse()
              .withStatus(status)
              .withHeader("Content-Type", "text/html; charset=utf-8")
              .withBody("<html><body>Acme portal</body></html>")));

      XrayApiException e = refusal("GET");

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e).hasMessageContainingAll("Acme portal", "web page", "base URL");
      assertThat(e.messages()).isEmpty();
    }

    @Test
    void readAsItIsIsAnAnswerLikeAnyOther() {
      stubFor(any(anyUrl())
          .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<html>")));

      ApiResponse answer = xray.call("GET", "/xray/x").send();

      assertThat(answer.text()).isEqualTo("<html>");
    }
  }
}
