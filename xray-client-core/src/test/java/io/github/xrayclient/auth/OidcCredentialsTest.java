package io.github.xrayclient.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayUnauthorizedException;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Id tokens of a CI system, which the platform exchanges for access tokens. */
@WireMockTest
@Timeout(30)
class OidcCredentialsTest {
  private static final String EXCHANGE = "/access/api/v1/oidc/token";
  private static final String ID_TOKEN =
      Fixtures.json("oidc/POST_token_request.json").path("subject_token").asText();
  private static final String ACCESS_TOKEN =
      Fixtures.json("oidc/POST_token_200.json").path("access_token").asText();

  private String url;

  @BeforeEach
  void serve(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl();
    stubFor(any(anyUrl()).willReturn(okJson("{}")));
    exchangeAnswers(okJson(Fixtures.text("oidc/POST_token_200.json")));
  }

  private static void exchangeAnswers(ResponseDefinitionBuilder answer) {
    stubFor(post(EXCHANGE).willReturn(answer));
  }

  private static String answering(String token) {
    return "{\"access_token\":\"" + token + "\",\"expires_in\":3600}";
  }

  private XrayClientBuilder builder() {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.oidc("acme-ci", () -> ID_TOKEN))
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO));
  }

  private static void sentWith(int times, String token) {
    verify(
        times,
        getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo("Bearer " + token)));
  }

  private static void exchanged(int times) {
    verify(times, postRequestedFor(urlEqualTo(EXCHANGE)));
  }

  @Nested
  class TheExchange {
    @Test
    void isARequestWithoutCredentialsAsTheReferenceDescribesIt() {
      OidcExchange exchange =
          OidcExchange.of("acme-ci", () -> ID_TOKEN).projectKey("alpha").audience("jfrog-demo");
      try (XrayClient xray = builder()
          .credentials(Credentials.oidc(exchange))
          .userAgentSuffix("app/1")
          .build()) {
        xray.call("GET", "/x").send();
      }

      verify(
          1,
          postRequestedFor(urlEqualTo(EXCHANGE))
              .withHeader("Authorization", absent())
              .withHeader("Content-Type", equalTo("application/json"))
              .withHeader("Accept", equalTo("application/json"))
              .withHeader(
                  "User-Agent",
                  com.github.tomakehurst.wiremock.client.WireMock.matching(
                      "xray-client-java/.* app/1"))
              .withRequestBody(equalToJson(Fixtures.text("oidc/POST_token_request.json"))));
      sentWith(1, ACCESS_TOKEN);
    }

    @Test
    void sendsEveryOption() {
      OidcExchange exchange = OidcExchange.of("acme-ci", () -> ID_TOKEN)
          .identityMappingName("main")
          .providerType("GitHub")
          .field("job_id", "build")
          .field("job_id", "test");
      try (XrayClient xray = builder().credentials(Credentials.oidc(exchange)).build()) {
        xray.call("GET", "/x").send();
      }

      verify(
          1,
          postRequestedFor(urlEqualTo(EXCHANGE))
              .withRequestBody(equalToJson("{"
                  + "\"grant_type\":\"urn:ietf:params:oauth:grant-type:token-exchange\","
                  + "\"subject_token_type\":\"urn:ietf:params:oauth:token-type:id_token\","
                  + "\"subject_token\":\"" + ID_TOKEN + "\",\"provider_name\":\"acme-ci\","
                  + "\"identity_mapping_name\":\"main\",\"provider_type\":\"GitHub\","
                  + "\"job_id\":\"test\"}")));
    }

    @Test
    void isMadeOnceForManyCalls() {
      try (XrayClient xray = builder().build()) {
        for (int i = 0; i < 5; i++) {
          xray.call("GET", "/x").send();
        }
      }

      exchanged(1);
      sentWith(5, ACCESS_TOKEN);
    }

    @Test
    void isNotMadeBeforeTheFirstCallNorForAnotherLogin() {
      try (XrayClient xray = builder().build()) {
        exchanged(0);
        xray.call("GET", "/x").header("Authorization", "Bearer own").send();
      }

      exchanged(0);
      sentWith(1, "own");
    }

    @Test
    void isSentToThePlatformEvenIfXrayHasAnAddressOfItsOwn() {
      try (XrayClient xray = builder().baseUrl(url + "/context").xrayUrl(url).build()) {
        stubFor(post("/context" + EXCHANGE).willReturn(okJson(answering("token-1"))));
        xray.call("GET", "/xray/x").send();
      }

      exchanged(0);
      sentWith(1, "token-1");
    }

    @ParameterizedTest
    @CsvSource({"429", "503"})
    void isRepeatedLikeARead(int status) {
      stubFor(post(EXCHANGE)
          .inScenario("busy")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(aResponse().withStatus(status))
          .willSetStateTo("free"));
      try (XrayClient xray = builder().build()) {
        xray.call("PUT", "/x").send();
      }

      exchanged(2);
      verify(1, putRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void isNotRepeatedIfTheCallIsNot() {
      exchangeAnswers(aResponse().withStatus(503));
      try (XrayClient xray = builder().build()) {
        XrayClient once = xray.withOptions(CallOptions.none().retryPolicy(RetryPolicy.none()));
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> once.call("GET", "/x").send());
      }

      exchanged(1);
    }

    @Test
    void passesAClientThatOnlyReads() {
      try (XrayClient xray = builder().readOnly().build()) {
        xray.call("GET", "/x").send();
      }

      sentWith(1, ACCESS_TOKEN);
    }

    @Test
    void endsWithTheTimeLimitOfTheCall() {
      exchangeAnswers(okJson(answering("token-1")).withFixedDelay(20_000));
      try (XrayClient xray = builder().totalTimeout(Duration.ofMillis(200)).build()) {
        XrayTransportException e = catchThrowableOfType(
            XrayTransportException.class, () -> xray.call("PUT", "/x").send());

        assertThat(e).hasMessageContaining("totalTimeout");
        assertThat(e.isRequestSent()).isFalse();
      }
    }
  }

  @Nested
  class ATokenThatTheServerRefuses {
    private void refuse(String token) {
      stubFor(any(urlEqualTo("/x"))
          .withHeader("Authorization", equalTo("Bearer " + token))
          .willReturn(aResponse().withStatus(401)));
    }

    private void exchangeGives(String first, String then) {
      stubFor(post(EXCHANGE)
          .inScenario("tokens")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(okJson(answering(first)))
          .willSetStateTo("then"));
      stubFor(post(EXCHANGE)
          .inScenario("tokens")
          .whenScenarioStateIs("then")
          .willReturn(okJson(answering(then))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void isReplacedOnceAndTheSameRequestIsRepeated(String method) {
      refuse("token-1");
      exchangeGives("token-1", "token-2");
      try (XrayClient xray = builder().build()) {
        xray.call(method, "/x").body(Map.of("a", 1)).send();
        xray.call("GET", "/x").send();
      }

      exchanged(2);
      sentWith(method.equals("GET") ? 2 : 1, "token-2");
    }

    @Test
    void isReplacedOnceOnlyForOneRequest() {
      refuse("token-1");
      refuse("token-2");
      exchangeGives("token-1", "token-2");
      try (XrayClient xray = builder().build()) {
        assertThatExceptionOfType(XrayUnauthorizedException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
      }

      exchanged(2);
    }

    @Test
    void isToldTogetherWithARefusedExchange() {
      refuse("token-1");
      stubFor(post(EXCHANGE)
          .inScenario("tokens")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(okJson(answering("token-1")))
          .willSetStateTo("then"));
      stubFor(post(EXCHANGE)
          .inScenario("tokens")
          .whenScenarioStateIs("then")
          .willReturn(aResponse().withStatus(401)));
      try (XrayClient xray = builder().build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("PUT", "/x").send())
            .withMessageContaining("after the server answered 401, no access token")
            .satisfies(e -> assertThat(e.isRequestSent()).isFalse());
      }
    }
  }

  @Nested
  class AFailedExchange {
    private XrayTokenException failure() {
      try (XrayClient xray = builder().build()) {
        return catchThrowableOfType(
            XrayTokenException.class, () -> xray.call("PUT", "/x").send());
      }
    }

    @Test
    void namesTheProviderTheStatusTheWordsAndWhatToDo() {
      exchangeAnswers(
          aResponse().withStatus(401).withBody(Fixtures.text("oidc/POST_token_401.json")));

      XrayTokenException e = failure();

      assertThat(e)
          .hasMessage("PUT " + url + "/x failed: no access token was obtained for an id token of"
              + " the OIDC provider \"acme-ci\": POST " + url + EXCHANGE
              + " answered 401: no matching identity mapping; check that the platform has an OIDC"
              + " integration with the name of this provider, and that one of its identity"
              + " mappings matches the issuer, the audience and the claims of the id token; this"
              + " id token expired at 2026-01-02T09:00:00Z, so the job must get a new one, or a"
              + " longer lifetime for it");
      assertThat(e.isRequestSent()).isFalse();
      assertThat(e.kind()).isEqualTo(XrayTransportException.Kind.NOT_SENT);
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              XrayUnauthorizedException.class,
              cause ->
                  assertThat(cause.messages()).containsExactly("no matching identity mapping"));
      verify(0, putRequestedFor(urlEqualTo("/x")));
    }

    @ParameterizedTest
    @CsvSource({
      "400, the other options of the exchange",
      "403, identity mappings",
      "404, Artifactory 7.77.3",
      "405, Artifactory 7.77.3",
      "500, try again later",
      "302, check the base URL"
    })
    void tellsWhatToDo(int status, String advice) {
      exchangeAnswers(aResponse().withStatus(status));

      assertThat(failure()).hasMessageContainingAll("answered " + status, "\"acme-ci\"", advice);
    }

    @Test
    void doesNotLookLikeTheAnswerOfTheCall() {
      exchangeAnswers(aResponse().withStatus(404));
      try (XrayClient xray = builder().build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.policies().find("p"));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "<html>login</html>",
          "{\"token\":\"s3cr3t-token\"}",
          "{\"access_token\":null,\"refresh_token\":\"s3cr3t-token\"}",
          "{\"access_token\":{\"value\":\"s3cr3t-token\"}}",
          "{\"access_token\":\"s3cr3t-token"
        })
    void withoutATokenDoesNotQuoteTheAnswer(String body) {
      exchangeAnswers(okJson(body));

      assertThat(failure())
          .hasMessageContainingAll("answered 200 without an access token", "check the base URL")
          .hasMessageNotContaining("s3cr3t")
          .hasNoCause();
    }

    @Test
    void withATokenThatNoHeaderCanContainDoesNotShowIt() {
      exchangeAnswers(okJson(answering("s3cr3t token")));

      assertThat(failure())
          .hasMessageContaining("no header can contain its access token")
          .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void byABrokenConnectionIsToldToo() {
      exchangeAnswers(aResponse().withFault(Fault.EMPTY_RESPONSE));

      assertThat(failure())
          .hasMessageContainingAll("\"acme-ci\"", "POST " + url + EXCHANGE, "tried 4 times");
    }

    @Test
    void isTriedAgainByTheNextCall() {
      exchangeAnswers(aResponse().withStatus(401));
      try (XrayClient xray = builder().build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
        exchangeAnswers(okJson(answering("token-2")));
        xray.call("GET", "/x").send();
      }

      sentWith(1, "token-2");
    }
  }

  @Nested
  class TheSupplierOfIdTokens {
    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cr3t token", "s3cr3t\n"})
    void thatReturnsNoTokenIsToldSoBeforeAnythingIsSent(String bad) {
      try (XrayClient xray =
          builder().credentials(Credentials.oidc("acme-ci", () -> bad)).build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContainingAll("\"acme-ci\"", "returned no usable token: idToken ")
            .withMessageNotContaining("s3cr3t");
      }

      exchanged(0);
    }

    @Test
    void thatReturnsNullIsToldSo() {
      try (XrayClient xray =
          builder().credentials(Credentials.oidc("acme-ci", () -> null)).build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContainingAll("\"acme-ci\"", "the supplier of id tokens returned null");
      }
    }

    @Test
    void reachesTheCallerWithItsOwnExceptionAsTheCause() {
      try (XrayClient xray = builder()
          .credentials(Credentials.oidc("acme-ci", () -> {
            throw new ArithmeticException("no token today");
          }))
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContainingAll("\"acme-ci\"", "no token today")
            .withCauseInstanceOf(ArithmeticException.class);
      }
    }

    @Test
    void endsAWriteThatWasNotSentWithoutReadingTheObject() {
      try (XrayClient xray = builder()
          .credentials(Credentials.oidc("acme-ci", () -> {
            asked.incrementAndGet();
            throw new ArithmeticException("no token today");
          }))
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.policies().delete("p"))
            .satisfies(e -> assertThat(e.isRequestSent()).isFalse());
      }

      assertThat(asked).hasValue(1);
    }

    @Test
    void isNotBlamedForAnInterceptorThatFailsInTheExchange() {
      try (XrayClient xray = builder()
          .addInterceptor((request, next) -> {
            if (request.method().equals("POST")) {
              throw new ArithmeticException("no exchange today");
            }
            return next.send(request);
          })
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.policies().delete("p"))
            .withMessageContainingAll("\"acme-ci\"", "no exchange today");
      }
    }

    @Test
    void doesNotLookLikeTheAnswerOfTheCallIfItUsesThisLibrary() {
      XrayApiException notFound = XrayApiException.of("GET", URI.create("https://ci.example"), 404);
      try (XrayClient xray = builder()
          .credentials(Credentials.oidc("acme-ci", () -> {
            throw notFound;
          }))
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.policies().find("p"))
            .withMessageContaining("https://ci.example answered 404")
            .withCause(notFound);
      }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mayNotUseTheClientThatWaitsForIt(boolean timeLimit) {
      XrayClient[] client = new XrayClient[1];
      XrayClientBuilder builder = builder();
      if (timeLimit) {
        builder.totalTimeout(Duration.ofSeconds(20));
      }
      try (XrayClient xray = builder
          .credentials(Credentials.oidc(
              "acme-ci", () -> client[0].call("GET", "/x").send().text()))
          .build()) {
        client[0] = xray;
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("use another client there")
            .withCauseInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Nested
  class Tokens {
    private final List<String> seen = new ArrayList<>();

    @Test
    void areHiddenFromTheFirstMomentOn() {
      exchangeAnswers(okJson("{\"access_token\":\"acc3ss-s3cr3t\",\"refresh_token\":"
          + "\"r3fresh-s3cr3t\",\"reference_token\":\"r3ference-s3cr3t\"}"));
      String everything = "acc3ss-s3cr3t r3fresh-s3cr3t r3ference-s3cr3t "
          + Base64.getEncoder().encodeToString(ID_TOKEN.getBytes(StandardCharsets.UTF_8));
      stubFor(any(urlEqualTo("/x"))
          .willReturn(aResponse().withStatus(400).withBody(everything + " " + ID_TOKEN)));
      try (XrayClient xray = builder().build()) {
        XrayApiException e = catchThrowableOfType(
            XrayApiException.class, () -> xray.call("GET", "/x").send());

        assertThat(List.of(e.getMessage(), e.body(), xray.redact(everything)))
            .allSatisfy(text -> assertThat(text).startsWith(text.substring(0, 3)))
            .allSatisfy(text -> assertThat(text).doesNotContain("s3cr3t", ID_TOKEN));
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void areHiddenIfTheExchangeSendsThemBack(int status) {
      exchangeAnswers(aResponse()
          .withStatus(status)
          .withBody("{\"errors\":[{\"message\":\"bad token " + ID_TOKEN + "\"}]}"));
      try (XrayClient xray = builder().build()) {
        XrayTokenException e = catchThrowableOfType(
            XrayTokenException.class, () -> xray.call("GET", "/x").send());

        for (Throwable t = e; t != null; t = t.getCause()) {
          assertThat(t.toString()).contains("bad token ***").doesNotContain(ID_TOKEN);
        }
      }
    }

    @Test
    void areNotSeenByInterceptorsWhichMayChangeTheRequest() {
      try (XrayClient xray = builder()
          .addInterceptor((request, next) -> {
            seen.add(request + " " + request.headers()
                + new String(request.body().orElse(new byte[0]), StandardCharsets.UTF_8));
            io.github.xrayclient.http.ApiResponse answer =
                next.send(request.withHeader("X-Gateway", "open"));
            seen.add(answer.statusCode() + answer.text());
            return answer;
          })
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(seen).hasSize(4).noneMatch(text -> text.contains(ID_TOKEN));
      assertThat(seen).noneMatch(text -> text.contains(ACCESS_TOKEN));
      assertThat(seen.get(1)).startsWith("POST " + url + EXCHANGE);
      verify(postRequestedFor(urlEqualTo(EXCHANGE)).withHeader("X-Gateway", equalTo("open")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void areNotSeenByInterceptorsInARefusalEither(int status) {
      exchangeAnswers(aResponse()
          .withStatus(status)
          .withBody("{\"errors\":[{\"message\":\"bad token " + ID_TOKEN + "\"}]}"));
      try (XrayClient xray = builder()
          .addInterceptor((request, next) -> {
            io.github.xrayclient.http.ApiResponse answer = next.send(request);
            seen.add(answer.statusCode() + answer.text());
            return answer;
          })
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("bad token ***");
      }

      assertThat(seen).isNotEmpty().containsOnly(String.valueOf(status));
    }

    @Test
    void areNotSentElsewhereByAnInterceptor() {
      String elsewhere = url.replace("localhost", "127.0.0.1");
      try (XrayClient xray = builder()
          .addInterceptor((request, next) -> next.send(
              request.withUri(URI.create(request.uri().toString().replace(url, elsewhere)))))
          .build()) {
        xray.call("GET", "/x").send(); // an address of another origin gets no token at all
      }
      exchanged(0);

      try (XrayClient xray = builder()
          .addInterceptor((request, next) -> request.method().equals("POST")
              ? next.send(
                  request.withUri(URI.create(request.uri().toString().replace(url, elsewhere))))
              : next.send(request))
          .build()) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("an interceptor changed the server of the token exchange");
      }
      exchanged(0);
    }

    @Test
    void areExchangedInTheSightOfListeners() {
      try (XrayClient xray = builder()
          .addListener(new CallListener() {
            @Override
            public void onAnswer(AnswerEvent event) {
              seen.add(event.operation() + " " + event);
            }
          })
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(seen).hasSize(2).noneMatch(text -> text.contains("eyJ"));
      assertThat(seen.get(0)).startsWith("POST " + EXCHANGE + " ");
    }
  }

  @Nested
  class Options {
    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "subject_token_type", "subject_token", "provider_name"})
    void ofTheClientItselfAreRefused(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> OidcExchange.of("acme-ci", () -> ID_TOKEN).field(name, "x"))
          .withMessageContaining(name);
    }
  }
}
