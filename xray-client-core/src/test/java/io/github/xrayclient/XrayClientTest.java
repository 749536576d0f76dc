package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class XrayClientTest {
  private static XrayClientBuilder builder() {
    return XrayClient.builder().credentials(Credentials.anonymous());
  }

  private static LoggedRequest requestOf(XrayClientBuilder builder, WireMockRuntimeInfo server) {
    stubFor(any(anyUrl()).willReturn(okJson("{}")));
    try (XrayClient xray = builder.baseUrl(server.getHttpBaseUrl()).build()) {
      xray.call("GET", "/xray/api/v1/x").send();
    }
    List<LoggedRequest> requests = findAll(anyRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  /** Answers everything with an empty object and keeps what it is sent. */
  private static final class Recorder implements Transport {
    private final List<ApiRequest> requests = new ArrayList<>();
    private int closed;

    @Override
    public ApiResponse send(ApiRequest request) {
      requests.add(request);
      return new ApiResponse(200, Map.of(), new byte[] {'{', '}'});
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Nested
  class BaseUrl {
    @ParameterizedTest
    @CsvSource({
      "https://acme.example, https://acme.example",
      "https://acme.example/, https://acme.example",
      "https://acme.example///, https://acme.example",
      "https://acme.example/xray, https://acme.example",
      "https://acme.example/xray/, https://acme.example",
      "https://acme.example/artifactory, https://acme.example",
      "https://acme.example/artifactory//, https://acme.example",
      "https://acme.example/ui, https://acme.example",
      "https://acme.example/ui/, https://acme.example",
      "https://acme.example/jfrog, https://acme.example/jfrog",
      "https://acme.example/jfrog/xray, https://acme.example/jfrog",
      "https://acme.example/a/b/artifactory/, https://acme.example/a/b",
      "https://acme.example/xray/jfrog, https://acme.example/xray/jfrog",
      "https://acme.example/xrays, https://acme.example/xrays",
      "https://acme.example/my-xray, https://acme.example/my-xray",
      "https://acme.example/myui, https://acme.example/myui",
      "https://acme.example/XRAY, https://acme.example/XRAY",
      "https://acme.example/ui/login, https://acme.example/ui/login",
      "https://acme.example/artifactory/xray, https://acme.example/artifactory",
      "https://xray, https://xray",
      "https://acme.example/xray?a=b, https://acme.example",
      "https://acme.example/xray#top, https://acme.example",
      "https://acme.example?x=/xray, https://acme.example",
      "https://acme.example:8443/xray, https://acme.example:8443",
      "HTTPS://acme.example, https://acme.example",
      "'  https://acme.example/xray\n', https://acme.example",
      "https://[2001:db8::1]:8082/ui, https://[2001:db8::1]:8082",
      "https://[::1], https://[::1]",
      "https://10.0.0.1/a%20b/xray, https://10.0.0.1/a%20b"
    })
    void isThePlatformWithoutTheTailThatWasPasted(String url, String platform) {
      try (XrayClient xray = builder().baseUrl(url).build()) {
        assertThat(xray.baseUrl()).hasToString(platform);
        assertThat(xray.call("GET", "/xray/api/v1/x").request().uri())
            .hasToString(platform + "/xray/api/v1/x");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\n",
          "acme.example",
          "acme.example:8082",
          "//acme.example",
          "/xray",
          "ftp://acme.example",
          "file:///etc/passwd",
          "mailto:a@acme.example",
          "https:",
          "https://",
          "https:///xray",
          "https:acme.example",
          "https://acme .example",
          "https://acme.example/a b",
          "https://acme.example/%zz",
          "https://:8082",
          "https://acme.example:port",
          "https://acme.example:99999",
          "https://acme_example",
          "https://user@acme.example",
          "https://user:password@acme.example",
          "https://@acme.example",
          "https://[::1",
          "https://acme.example/\u0000"
        })
    void isRefusedAtOnceWhenItIsNone(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder().baseUrl(url))
          .withMessageContaining("the base URL");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost",
          "http://LOCALHOST:8082/xray",
          "http://127.0.0.1:8082",
          "http://127.1.2.3",
          "http://[::1]:8082"
        })
    void mayBePlainHttpOnThisMachine(String url) {
      builder().baseUrl(url).build().close();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://acme.example",
          "HTTP://acme.example",
          "http://localhost.acme.example",
          "http://127.0.0.1.acme.example",
          "http://127.acme.example",
          "http://0.0.0.0",
          "http://10.0.0.1",
          "http://[2001:db8::1]",
          "http://notlocalhost"
        })
    void mustNotBePlainHttpElsewhereUnlessAllowed(String url) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder().baseUrl(url).build())
          .withMessageContainingAll("the base URL", "allowPlainHttp");
      builder().baseUrl(url).allowPlainHttp().build().close();
    }

    @Test
    void isTheLastOneGiven() {
      try (XrayClient xray =
          builder().baseUrl("https://a.example").baseUrl("https://b.example").build()) {
        assertThat(xray.baseUrl()).hasToString("https://b.example");
      }
    }
  }

  @Nested
  class WithCredentials {
    @Test
    void sendsABearerToken(WireMockRuntimeInfo server) {
      LoggedRequest request =
          requestOf(XrayClient.builder().credentials(Credentials.bearer("abc.def-1")), server);

      assertThat(request.getHeader("Authorization")).isEqualTo("Bearer abc.def-1");
      assertThat(request.containsHeader("X-JFrog-Art-Api")).isFalse();
    }

    @Test
    void sendsUserAndPasswordAsUtf8(WireMockRuntimeInfo server) {
      LoggedRequest request = requestOf(
          XrayClient.builder().credentials(Credentials.basic("jürgen", "pä:ss wörd")), server);

      String encoded = request.getHeader("Authorization").substring("Basic ".length());
      assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
          .isEqualTo("jürgen:pä:ss wörd");
    }

    @Test
    void sendsAnApiKey(WireMockRuntimeInfo server) {
      LoggedRequest request =
          requestOf(XrayClient.builder().credentials(Credentials.apiKey("AKC1")), server);

      assertThat(request.getHeader("X-JFrog-Art-Api")).isEqualTo("AKC1");
      assertThat(request.containsHeader("Authorization")).isFalse();
    }

    @Test
    void sendsNothingForNobody(WireMockRuntimeInfo server) {
      LoggedRequest request = requestOf(builder(), server);

      assertThat(request.containsHeader("Authorization")).isFalse();
      assertThat(request.containsHeader("X-JFrog-Art-Api")).isFalse();
    }

    @Test
    void saysWhoAsksAndWhatItTakes(WireMockRuntimeInfo server) {
      LoggedRequest request = requestOf(builder(), server);

      assertThat(request.getHeader("User-Agent")).matches("xray-client-java/[0-9][^ ${}]*");
      assertThat(request.getHeader("Accept")).isEqualTo("application/json");
    }
  }

  @Nested
  class Environment {
    private Map<String, String> variables(String... pairs) {
      Map<String, String> variables = new HashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        variables.put(pairs[i], pairs[i + 1]);
      }
      return variables;
    }

    @ParameterizedTest
    @ValueSource(strings = {"JF", "JFROG", "XRAY"})
    void namesUrlAndTokenByOnePrefix(String prefix, WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("{}")));
      try (XrayClient xray = XrayClient.builder()
          .environment(variables(
              prefix + "_URL",
              server.getHttpBaseUrl() + "/xray",
              prefix + "_ACCESS_TOKEN",
              " tok\n"))
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(findAll(anyRequestedFor(anyUrl()))).singleElement().satisfies(request -> {
        assertThat(request.getUrl()).isEqualTo("/x");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer tok");
      });
    }

    @Test
    void givesTheFirstUrlThatIsSet() {
      try (XrayClient xray = XrayClient.builder()
          .environment(variables(
              "XRAY_URL", "https://x.example",
              "XRAY_ACCESS_TOKEN", "x",
              "JF_URL", " ",
              "JF_ACCESS_TOKEN", "ignored",
              "JFROG_URL", "https://jfrog.example",
              "JFROG_ACCESS_TOKEN", "j"))
          .build()) {
        assertThat(xray.baseUrl()).hasToString("https://jfrog.example");
      }
    }

    @Test
    void prefersAPairOfOnePrefixToAUrlAlone() {
      try (XrayClient xray = XrayClient.builder()
          .environment(variables(
              "JF_URL", "https://alone.example",
              "XRAY_URL", "https://x.example",
              "XRAY_ACCESS_TOKEN", "x"))
          .build()) {
        assertThat(xray.baseUrl()).hasToString("https://x.example");
      }
    }

    @ParameterizedTest
    @CsvSource({
      "JF_URL, JF_ACCESS_TOKEN", // the pair of the same origin
      "XRAY_URL, XRAY_ACCESS_TOKEN",
      "UNRELATED, JFROG_ACCESS_TOKEN" // no URL is set, so the token is meant for this server
    })
    void givesTheTokenOfTheServerThatIsNamedByBaseUrl(
        String urlName, String tokenName, WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("{}")));
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(server.getHttpBaseUrl() + "/xray")
          .environment(variables(urlName, server.getHttpBaseUrl() + "/other/", tokenName, "tok"))
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .singleElement()
          .satisfies(
              request -> assertThat(request.getHeader("Authorization")).isEqualTo("Bearer tok"));
    }

    @ParameterizedTest
    @CsvSource({
      "https://other.example, JF_ACCESS_TOKEN",
      "https://a.example:8443, JF_ACCESS_TOKEN",
      "http://a.example, JF_ACCESS_TOKEN",
      "https://other.example, XRAY_ACCESS_TOKEN" // the environment is one source
    })
    void givesNoTokenToAServerOfAnotherOrigin(String baseUrl, String tokenName) {
      Map<String, String> variables =
          variables("JF_URL", "https://a.example/artifactory", tokenName, "tok");

      assertThatIllegalStateException()
          .isThrownBy(() -> XrayClient.builder().baseUrl(baseUrl).environment(variables))
          .withMessageContainingAll(baseUrl, "another server", "set credentials")
          .withMessageNotContaining("tok ");
    }

    @Test
    void keepsCredentialsThatWereGiven(WireMockRuntimeInfo server) {
      stubFor(any(anyUrl()).willReturn(okJson("{}")));
      try (XrayClient xray = XrayClient.builder()
          .credentials(Credentials.bearer("own"))
          .environment(variables("JF_URL", server.getHttpBaseUrl(), "JF_ACCESS_TOKEN", "tok"))
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(findAll(anyRequestedFor(anyUrl())))
          .singleElement()
          .satisfies(
              request -> assertThat(request.getHeader("Authorization")).isEqualTo("Bearer own"));
    }

    @Test
    void isNotMixedWithAnotherServerThatIsSetAfterwards() {
      XrayClientBuilder builder = XrayClient.builder()
          .environment(variables("JF_URL", "https://a.example", "JF_ACCESS_TOKEN", "t"))
          .baseUrl("https://other.example");

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContainingAll(
              "https://a.example", "https://other.example", "environment(..)");
      builder.credentials(Credentials.bearer("own")).build().close();
    }

    @Test
    void withoutAUrlIsRefusedAndSaysWhatToSet() {
      assertThatIllegalStateException()
          .isThrownBy(() -> XrayClient.builder().environment(variables("JF_ACCESS_TOKEN", "t")))
          .withMessageContainingAll("JF_URL", "JFROG_URL", "XRAY_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutTheTokenOfThatUrlIsRefused(String token) {
      assertThatIllegalStateException()
          .isThrownBy(() -> XrayClient.builder()
              .environment(variables(
                  "JF_URL", "https://a.example",
                  "JF_ACCESS_TOKEN", token,
                  "XRAY_ACCESS_TOKEN", "t")))
          .withMessageContaining("JF_ACCESS_TOKEN");
    }
  }

  @Nested
  class Build {
    @Test
    void needsABaseUrl() {
      assertThatIllegalStateException()
          .isThrownBy(() -> builder().build())
          .withMessageContaining("the base URL");
    }

    @Test
    void needsCredentials() {
      assertThatIllegalStateException()
          .isThrownBy(() -> XrayClient.builder().baseUrl("https://acme.example").build())
          .withMessageContaining("credentials");
    }

    @Test
    void refusesLimitsOfNothing() {
      for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> builder().timeout(limit))
            .withMessageContaining("timeout");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> builder().connectTimeout(limit))
            .withMessageContaining("connectTimeout");
      }
    }

    @Test
    void refusesAFileThatHoldsNoCertificate(@TempDir Path directory) throws IOException {
      Path text = Files.writeString(directory.resolve("ca.pem"), "no certificate");
      Path empty = Files.writeString(directory.resolve("empty.pem"), "");

      for (Path file : List.of(text, empty, directory.resolve("missing.pem"), directory)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> builder().caFile(file))
            .withMessageContainingAll("the CA file", file.toString());
      }
    }

    @Test
    void takesNoNull() {
      List<Function<XrayClientBuilder, Object>> nulls = List.of(
          b -> b.credentials(null),
          b -> b.transport(null),
          b -> b.executor(null),
          b -> b.retryPolicy(null),
          b -> b.httpClient(null),
          b -> b.addInterceptor(null),
          b -> b.baseUrl(null));

      for (Function<XrayClientBuilder, Object> call : nulls) {
        assertThatExceptionOfType(NullPointerException.class)
            .isThrownBy(() -> call.apply(builder()));
      }
    }

    @Test
    void sendsNothing(WireMockRuntimeInfo server) {
      builder().baseUrl(server.getHttpBaseUrl()).build().close();

      assertThat(findAll(anyRequestedFor(anyUrl()))).isEmpty();
    }
  }

  @Nested
  class OwnParts {
    @Test
    void areCalledInTheirOrderAndSeeNoCredentials() {
      Recorder transport = new Recorder();
      List<String> seen = new ArrayList<>();
      try (XrayClient xray = XrayClient.builder()
          .baseUrl("https://acme.example")
          .credentials(Credentials.bearer("t"))
          .transport(transport)
          .addInterceptor((request, next) -> {
            seen.add("first" + request.headers().containsKey("Authorization"));
            return next.send(request.withHeader("X-Trace", "1"));
          })
          .addInterceptor((request, next) -> {
            seen.add("second" + request.headers().containsKey("Authorization"));
            return next.send(request);
          })
          .build()) {
        xray.call("GET", "/x").send();
      }

      assertThat(seen).containsExactly("firstfalse", "secondfalse");
      assertThat(transport.requests).singleElement().satisfies(request -> {
        assertThat(request.headers()).containsEntry("X-Trace", "1");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer t");
      });
      assertThat(transport.closed).isEqualTo(1);
    }

    @Test
    void includeTheExecutorOfAsynchronousCalls() {
      List<String> ran = new ArrayList<>();
      try (XrayClient xray = builder()
          .baseUrl("https://acme.example")
          .transport(new Recorder())
          .executor(task -> {
            ran.add("here");
            task.run();
          })
          .build()) {
        xray.call("GET", "/x").sendAsync().join();
      }

      assertThat(ran).hasSize(1);
    }

    @Test
    void includeTheLastWordOnTheJdksClient(WireMockRuntimeInfo server) {
      List<String> hooked = new ArrayList<>();

      requestOf(builder().httpClient(client -> hooked.add("once")), server);

      assertThat(hooked).hasSize(1);
    }
  }

  @Nested
  class JsonMapper {
    @Test
    void isTheCallersOwn() {
      assertThat(XrayClient.jsonMapper()).isNotSameAs(XrayClient.jsonMapper());
    }
  }
}
