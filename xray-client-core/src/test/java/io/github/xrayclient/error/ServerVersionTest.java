package io.github.xrayclient.error;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.CallOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What errors say of the version of the server. */
@WireMockTest
@Timeout(30)
class ServerVersionTest {
  private static final String VERSION = "/xray/api/v1/system/version";

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .build();
    answer(aResponse().withStatus(404).withBody("{\"error\":\"no such path\"}"));
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    stubFor(any(anyUrl()).willReturn(answer));
  }

  private static void version(ResponseDefinitionBuilder answer) {
    stubFor(any(urlEqualTo(VERSION)).willReturn(answer));
  }

  private static void version(String version) {
    version(okJson("{\"xray_version\":\"" + version + "\"}"));
  }

  private XrayApiException refusal(String method, String since) {
    return refusal(xray, method, since);
  }

  private static XrayApiException refusal(XrayClient client, String method, String since) {
    XrayApiException refusal = catchThrowableOfType(
        XrayApiException.class,
        () -> client.call(method, "/xray/x").since(since).send());
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static void asked(int times) {
    verify(times, getRequestedFor(urlEqualTo(VERSION)));
  }

  @Nested
  class AHeader {
    @ParameterizedTest
    @ValueSource(strings = {"X-JFrog-Version", "x-jfrog-version", "X-Xray-Version"})
    void isKeptByTheException(String header) {
      answer(aResponse().withStatus(500).withHeader(header, "Xray/3.131.20 83120"));

      assertThat(refusal("GET", "1").serverVersion()).hasValue("Xray/3.131.20 83120");
    }

    @Test
    void thatIsMissingGivesNone() {
      assertThat(refusal("GET", "1").serverVersion()).isEmpty();
    }
  }

  @Nested
  class AnUnknownPath {
    @ParameterizedTest
    @CsvSource({
      "404, GET, 3.115.9, 3.116.0",
      "404, PUT, 3.9.0, 3.116.0",
      "405, POST, 2.116.0, 3.116.0",
      "405, DELETE, 3.115.0, 3.116",
      "404, GET, 3.115.0-m005, 3.116",
      "404, GET, 3.115, 3.116.2"
    })
    void onAnOlderServerNamesBothVersions(int status, String method, String server, String since) {
      answer(aResponse().withStatus(status).withBody("{\"error\":\"no such path\"}"));
      version(server);

      XrayApiException e = refusal(method, since);

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e)
          .hasMessageContainingAll(
              String.valueOf(status),
              "no such path",
              "needs Xray " + since + " or later",
              "the server is " + server);
      assertThat(e.messages()).containsExactly("no such path");
    }

    @ParameterizedTest
    @CsvSource({
      "3.116.0, 3.116.0",
      "3.116.0, 3.116",
      "3.116, 3.116.0",
      "3.1000.0, 3.116.0",
      "4.0.0, 3.116.0",
      "3.116.0-m001, 3.116.0"
    })
    void onAServerThatIsNewEnoughSaysNothingOfVersions(String server, String since) {
      version(server);

      assertThat(refusal("GET", since))
          .hasMessageContaining("no such path")
          .hasMessageNotContaining("needs Xray");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"xray_version\":null}",
          "{\"xray_version\":\"\"}",
          "{\"xray_version\":\"3.x-dev\"}",
          "{\"xray_version\":\"dev\"}",
          "{\"xray_version\":{}}",
          "{\"xray_version\":\"99999999999999999999.1\"}",
          "[]",
          "7"
        })
    void onAServerOfUnknownVersionSaysNothingOfVersions(String answer) {
      version(okJson(answer));

      assertThat(refusal("GET", "3.116.0"))
          .isInstanceOf(XrayNotFoundException.class)
          .hasMessageContaining("no such path")
          .hasMessageNotContaining("needs Xray");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void keepsItsOwnErrorWhenTheVersionCannotBeHad(int status) {
      version(aResponse().withStatus(status));

      XrayApiException e = refusal("GET", "3.116.0");

      assertThat(e.statusCode()).isEqualTo(404);
      assertThat(e).hasMessageContaining("no such path");
      assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayApiException.class);
      asked(1);
    }

    @Test
    void keepsItsOwnErrorWhenTheVersionIsAWebPage() {
      version(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));

      XrayApiException e = refusal("GET", "3.116.0");

      assertThat(e.statusCode()).isEqualTo(404);
      assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayDecodeException.class);
    }

    @Test
    void asksWithTheCredentialsOfTheClient() {
      version("3.1.0");

      refusal("GET", "3.116.0");

      assertThat(findAll(getRequestedFor(urlEqualTo(VERSION))))
          .singleElement()
          .satisfies(request ->
              assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken-of-the-test"));
    }
  }

  @Nested
  class TheQuestion {
    @Test
    void isAskedOnceForEachClient() {
      version("3.1.0");

      refusal("GET", "3.116.0");
      refusal("PUT", "3.82");
      assertThat(refusal(xray.withOptions(CallOptions.none()), "GET", "3.116.0"))
          .hasMessageContaining("needs Xray");

      asked(1);
    }

    @Test
    void isAskedAgainWhenItFailed() {
      version(aResponse().withStatus(500));
      refusal("GET", "3.116.0");
      version("3.1.0");

      assertThat(refusal("GET", "3.116.0")).hasMessageContaining("needs Xray");

      asked(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 415, 500, 501})
    void isNotAskedForOtherErrors(int status) {
      version("3.1.0");
      answer(aResponse().withStatus(status));
      version("3.1.0");

      assertThat(refusal("GET", "3.116.0").statusCode()).isEqualTo(status);

      asked(0);
    }

    @Test
    void isNotAskedWhereNoVersionIsNeeded() {
      version("3.1.0");

      assertThat(catchThrowableOfType(
              XrayNotFoundException.class, () -> xray.call("GET", "/xray/x").send()))
          .isNotNull();

      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void isNotAskedWhenAllIsWell() {
      answer(okJson("{}"));

      xray.call("GET", "/xray/x").since("3.116.0").send();

      verify(1, anyRequestedFor(anyUrl()));
    }
  }
}
