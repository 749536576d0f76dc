package io.github.xrayclient.ci;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayTokenException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
@Timeout(30)
class GitHubActionsTest {
  private static final String URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  private static final String TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
  private static final String SECRET = "r3quest-t0ken-s3cr3t";

  private String url;

  @BeforeEach
  void serve(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl();
    stubFor(any(anyUrl()).willReturn(okJson("{\"value\":\"eyJ.id.token\",\"count\":3}")));
  }

  private GitHubActions idTokens() {
    return GitHubActions.idTokens(Map.of(URL, url + "/idtoken?api-version=2.0", TOKEN, SECRET));
  }

  @Nested
  class AnIdToken {
    @Test
    void isAskedForWithTheRequestTokenAndTheAudience() {
      assertThat(idTokens().audience("jfrog-github & co").get()).isEqualTo("eyJ.id.token");

      verify(
          1,
          getRequestedFor(urlEqualTo("/idtoken?api-version=2.0&audience=jfrog-github+%26+co"))
              .withHeader("Authorization", equalTo("Bearer " + SECRET))
              .withHeader("Accept", equalTo("application/json"))
              .withHeader("User-Agent", matching("xray-client-java/.*")));
    }

    @Test
    void hasTheAudienceOfGitHubByDefault() {
      idTokens().get();

      verify(1, getRequestedFor(urlEqualTo("/idtoken?api-version=2.0")));
    }

    @Test
    void isAskedForEachTime() {
      GitHubActions tokens = idTokens().audience("a").audience("b");
      tokens.get();
      tokens.get();

      verify(2, getRequestedFor(urlEqualTo("/idtoken?api-version=2.0&audience=b")));
    }

    @Test
    void isAskedForAgainIfGitHubIsBusy() {
      stubFor(get(anyUrl())
          .inScenario("busy")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0"))
          .willSetStateTo("free"));

      assertThat(idTokens().get()).isEqualTo("eyJ.id.token");
    }

    @Test
    void isAskedForWithASetUpOfTheCaller() {
      AtomicInteger calls = new AtomicInteger();
      idTokens().httpClient(builder -> calls.incrementAndGet()).get();

      assertThat(calls).hasValue(1);
    }

    @Test
    void isExchangedForAnAccessToken() {
      stubFor(post("/access/api/v1/oidc/token")
          .willReturn(okJson("{\"access_token\":\"acc3ss\",\"expires_in\":3600}")));
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(url)
          .credentials(Credentials.oidc("acme-ci", idTokens()))
          .build()) {
        xray.call("GET", "/x").send();
      }

      verify(
          1,
          postRequestedFor(urlEqualTo("/access/api/v1/oidc/token"))
              .withHeader("Authorization", absent())
              .withRequestBody(matchingJsonPath("$.subject_token", equalTo("eyJ.id.token"))));
      verify(
          1,
          getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo("Bearer acc3ss")));
    }
  }

  @Nested
  class ARefusal {
    private void answer(ResponseDefinitionBuilder answer) {
      stubFor(get(anyUrl()).willReturn(answer));
    }

    @Test
    void namesThePermissionAndNoSecret() {
      answer(aResponse().withStatus(403).withBody("{\"message\":\"not for " + SECRET + "\"}"));

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> idTokens().get())
          .withMessageContainingAll("answered 403: not for ***", "permissions: id-token: write")
          .withMessageNotContaining(SECRET)
          .satisfies(e -> assertThat(e.body()).doesNotContain(SECRET));
    }

    @Test
    void isNotTakenForTheAnswerOfACall() {
      answer(aResponse().withStatus(404));
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(url)
          .credentials(Credentials.oidc("acme-ci", idTokens()))
          .build()) {
        XrayTokenException e =
            catchThrowableOfType(XrayTokenException.class, () -> xray.policies().find("p"));

        assertThat(e).hasMessageContainingAll("answered 404", "permissions: id-token: write");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"token\":\"s3cr3t\"}", "{\"value\":\" \"}", "<html>"})
    void isAnAnswerWithoutATokenWhichIsNotQuoted(String body) {
      answer(okJson(body));

      assertThatIllegalStateException()
          .isThrownBy(() -> idTokens().get())
          .withMessageContainingAll("answered 200 without an id token", URL)
          .withMessageNotContaining("s3cr3t");
    }

    @Test
    void isARedirectToAnotherServer() {
      answer(aResponse().withStatus(302).withHeader("Location", "https://evil.example/"));

      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> idTokens().get())
          .withMessageContaining("answered 302");
    }
  }

  @Nested
  class TheEnvironment {
    @Test
    void withoutTheVariablesNamesThePermission() {
      assertThatIllegalStateException()
          .isThrownBy(() -> GitHubActions.idTokens(Map.of(TOKEN, SECRET)))
          .withMessageContainingAll(URL + " is not set", "permissions: id-token: write")
          .withMessageNotContaining(SECRET);
      assertThatIllegalStateException()
          .isThrownBy(() -> GitHubActions.idTokens(Map.of(URL, url, TOKEN, " ")))
          .withMessageContaining(TOKEN + " is not set");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://pipelines.example/idtoken",
          "ftp://pipelines.example",
          "pipelines.example",
          "https://user:pass@pipelines.example/",
          "https:// x"
        })
    void withAnAddressThatIsNotSafeIsRefused(String address) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GitHubActions.idTokens(Map.of(URL, address, TOKEN, SECRET)))
          .withMessageStartingWith(URL)
          .withMessageNotContaining("pass@");
    }

    @Test
    void withATokenThatNoHeaderCanContainIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GitHubActions.idTokens(Map.of(URL, url, TOKEN, "s3cr3t token")))
          .withMessageStartingWith(TOKEN)
          .withMessageNotContaining("s3cr3t");
    }

    @Test
    void isNotShown() {
      assertThat(idTokens()).asString().contains("/idtoken").doesNotContain(SECRET);
    }
  }
}
