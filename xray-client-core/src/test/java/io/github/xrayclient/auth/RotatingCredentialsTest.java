package io.github.xrayclient.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayUnauthorizedException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that change, and credentials that do not. */
@WireMockTest
@Timeout(30)
class RotatingCredentialsTest {
  private static final String API_KEY = "AKCp8" + "k".repeat(68);

  private final AtomicInteger asked = new AtomicInteger();
  private String url;

  @BeforeEach
  void serve(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl();
    stubFor(any(anyUrl()).willReturn(okJson("{}")));
  }

  /** These tokens one after the other, and then the last one for ever. */
  private Credentials tokens(String... tokens) {
    return Credentials.refreshing(
        () -> AccessToken.once(tokens[Math.min(asked.getAndIncrement(), tokens.length - 1)]));
  }

  private XrayClient client(Credentials credentials) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(credentials)
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
  }

  private static void refuse(String token) {
    stubFor(any(anyUrl())
        .withHeader("Authorization", equalTo("Bearer " + token))
        .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"expired\"}")));
  }

  private static List<String> sent(String header) {
    return findAll(anyRequestedFor(anyUrl())).stream()
        .map(request -> request.containsHeader(header) ? request.getHeader(header) : "none")
        .collect(Collectors.toList());
  }

  @Nested
  class ASupplier {
    @Test
    void isAskedBeforeEveryCall() {
      try (XrayClient xray = client(tokens("token-1", "token-2"))) {
        xray.call("GET", "/x").send();
        xray.call("GET", "/x").send();
      }

      assertThat(sent("Authorization")).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void isNotAskedBeforeTheFirstCall() {
      try (XrayClient xray = client(tokens("token-1"))) {
        xray.call("GET", "/x").request();
        assertThat(xray.toString()).contains("bearer tokens");
      }

      assertThat(asked).hasValue(0);
    }

    @Test
    void isAskedBeforeEveryAttempt() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
      try (XrayClient xray = client(tokens("token-1", "token-2", "token-3", "token-4"))) {
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
      }

      assertThat(sent("Authorization"))
          .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-3", "Bearer token-4");
      assertThat(asked).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
    void thatGivesAnotherTokenAfterA401IsUsedForTheSameRequest(String method) {
      refuse("token-1");
      try (XrayClient xray = client(tokens("token-1", "token-2"))) {
        xray.call(method, "/x").body(Map.of("a", 1)).send();
      }

      assertThat(sent("Authorization")).containsExactly("Bearer token-1", "Bearer token-2");
      assertThat(findAll(anyRequestedFor(anyUrl())))
          .extracting(LoggedRequest::getBodyAsString)
          .containsExactly("{\"a\":1}", "{\"a\":1}");
      assertThat(asked).hasValue(2);
    }

    @Test
    void thatGivesTheSameTokenAfterA401IsNotTriedTwice() {
      refuse("token-1");
      try (XrayClient xray = client(tokens("token-1"))) {
        assertThatExceptionOfType(XrayUnauthorizedException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .satisfies(e -> assertThat(e.messages()).containsExactly("expired"));
      }

      assertThat(sent("Authorization")).containsExactly("Bearer token-1");
      assertThat(asked).hasValue(2);
    }

    @Test
    void isAskedOnceMoreOnly() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
      try (XrayClient xray = client(tokens("token-1", "token-2", "token-3"))) {
        assertThatExceptionOfType(XrayUnauthorizedException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
      }

      assertThat(sent("Authorization")).containsExactly("Bearer token-1", "Bearer token-2");
      assertThat(asked).hasValue(2);
    }

    @Test
    void isNotAskedAgainAfterA403() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));
      try (XrayClient xray = client(tokens("token-1", "token-2"))) {
        assertThatExceptionOfType(XrayForbiddenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send());
      }

      assertThat(asked).hasValue(1);
    }

    @Test
    void mayTurnFromAnApiKeyToAToken() {
      stubFor(any(anyUrl())
          .withHeader("X-JFrog-Art-Api", equalTo(API_KEY))
          .willReturn(aResponse().withStatus(401)));
      try (XrayClient xray = client(tokens(API_KEY, "token-2"))) {
        xray.call("GET", "/x").send();
      }

      assertThat(sent("X-JFrog-Art-Api")).containsExactly(API_KEY, "none");
      assertThat(sent("Authorization")).containsExactly("none", "Bearer token-2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "  ",
          "s3cr3t-token\n",
          "s3cr3t token",
          "\ts3cr3t-token",
          "s3cr3t-tok\u00e9n",
          "s3cr3t\u0000token"
        })
    void thatGivesNoTokenIsRefusedUnsentAndWithoutShowingIt(String bad) {
      try (XrayClient xray = client(tokens(bad))) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("token")
            .withMessageNotContaining("s3cr3t")
            .havingCause()
            .isInstanceOf(IllegalArgumentException.class)
            .withMessageNotContaining("s3cr3t")
            .withNoCause();
      }

      verify(0, anyRequestedFor(anyUrl()));
      assertThat(asked).hasValue(1);
    }

    @Test
    void thatGivesNoTokenAfterA401IsRefused() {
      refuse("token-1");
      try (XrayClient xray = client(tokens("token-1", "s3cr3t\n"))) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", "/x").send())
            .withMessageContaining("after the server answered 401, the token supplier threw")
            .withMessageNotContaining("s3cr3t");
      }

      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void thatFailsEndsTheCallWithItsOwnExceptionAsTheCause() {
      Credentials failing = Credentials.refreshing(() -> {
        asked.incrementAndGet();
        throw new ArithmeticException("no token today");
      });
      try (XrayClient xray = client(failing)) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.policies().delete("p"))
            .withMessageContaining("no token today")
            .withCauseInstanceOf(ArithmeticException.class);
      }

      verify(0, anyRequestedFor(anyUrl()));
      assertThat(asked).hasValue(1);
    }

    @Test
    void mayNotBeNull() {
      assertThatExceptionOfType(NullPointerException.class)
          .isThrownBy(() -> Credentials.refreshing(null));
    }

    @Test
    void isNotAskedForARequestToAnotherOrigin() {
      String elsewhere = url.replace("localhost", "127.0.0.1");
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(url)
          .credentials(tokens("token-1"))
          .addInterceptor((request, next) -> next.send(
              request.withUri(URI.create(request.uri().toString().replace(url, elsewhere)))))
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(elsewhere).isNotEqualTo(url);
      assertThat(asked).hasValue(0);
      assertThat(sent("Authorization")).containsExactly("none");
    }
  }

  /** What does not change; wrong logins repeated suspend a user. */
  @Nested
  class AStaticCredential {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.auth.RotatingCredentialsTest#fixed")
    void isNeverTriedTwice(Credentials credentials) {
      stubFor(any(anyUrl())
          .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=x")));
      try (XrayClient xray = client(credentials)) {
        for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
          assertThatExceptionOfType(XrayUnauthorizedException.class)
              .isThrownBy(() -> xray.call(method, "/x").send());
        }
      }

      verify(4, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.auth.RotatingCredentialsTest#fixed")
    void isNotSentBeforeAnythingIsAskedFor(Credentials credentials) {
      client(credentials).close();

      verify(0, anyRequestedFor(anyUrl()));
    }
  }

  static Stream<Credentials> fixed() {
    return Stream.of(
        Credentials.bearer("token-1"),
        Credentials.basic("user", "password"),
        Credentials.apiKey("key"),
        Credentials.bearer(API_KEY),
        Credentials.anonymous());
  }

  @Nested
  class AnApiKey {
    @Test
    void givenAsATokenIsSentAsAKey() {
      try (XrayClient xray = client(Credentials.bearer(API_KEY))) {
        xray.call("GET", "/x").send();
      }

      assertThat(sent("X-JFrog-Art-Api")).containsExactly(API_KEY);
      assertThat(sent("Authorization")).containsExactly("none");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "AKCp8kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", // 72
          "AKCp9kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
          "xAKCp8kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
          "akcp8kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
        })
    void isNotSeenInOtherTokens(String token) {
      try (XrayClient xray = client(Credentials.bearer(token))) {
        xray.call("GET", "/x").send();
      }

      assertThat(sent("Authorization")).containsExactly("Bearer " + token);
      assertThat(sent("X-JFrog-Art-Api")).containsExactly("none");
    }
  }

  /** Should a server repeat what it was sent. */
  @Nested
  class Redaction {
    private final Deque<Supplier<ApiResponse>> script = new ArrayDeque<>();

    private final Transport transport = new Transport() {
      @Override
      public ApiResponse send(ApiRequest request) {
        return script.remove().get();
      }

      @Override
      public void close() {}
    };

    private XrayClient scripted(Credentials credentials) {
      return XrayClient.builder()
          .baseUrl("https://acme.example")
          .credentials(credentials)
          .transport(transport)
          .build();
    }

    private ApiResponse saying(int status, String words) {
      return new ApiResponse(status, Map.of(), words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hidesTheTokenThatTheRequestWasSentWith() {
      try (XrayClient xray = scripted(tokens("s3cr3t-1", "s3cr3t-2"))) {
        script.add(() -> saying(401, "expired"));
        script.add(() -> saying(403, "no rights for s3cr3t-2"));

        XrayForbiddenException e = catchThrowableOfType(
            XrayForbiddenException.class, () -> xray.call("GET", "/x").send());

        assertThat(List.of(e.getMessage(), e.body()))
            .allSatisfy(text -> assertThat(text).contains("no rights").doesNotContain("s3cr3t"));
      }
    }
  }

  @Test
  void isAskedAgainWhenTheConnectionBreaks() {
    stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    try (XrayClient xray = client(tokens("token-1", "token-2", "token-3", "token-4"))) {
      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.call("GET", "/x").send())
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(4));
    }

    assertThat(asked).hasValue(4);
  }
}
