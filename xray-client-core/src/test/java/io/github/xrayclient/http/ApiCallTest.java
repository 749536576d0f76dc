package io.github.xrayclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class ApiCallTest {
  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    stubFor(any(anyUrl()).willReturn(okJson("{\"a\":1}")));
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static LoggedRequest only() {
    List<LoggedRequest> requests = findAll(anyRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static void none() {
    assertThat(findAll(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Nested
  class Path {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "plain-name_1.0~x",
          "a/b",
          "/",
          "a%b",
          "%2F",
          "%2e%2e",
          "a?b=c",
          "a#b",
          "a b",
          " a ",
          "a+b&c=d",
          "über/straße",
          "日本語",
          "\ud83d\ude00",
          "...",
          ". ",
          "..;a",
          "a;b=c",
          "a:b@c",
          "\\..\\a",
          "{name}",
          "\"'<>|^`",
          "a\u2028b",
          "\u00a0"
        })
    void takesANameAsOneSegment(String name) {
      xray.call("GET", "/xray/api/v2/policies/{name}/assign", name).send();

      String[] segments = only().getUrl().split("/", -1);
      assertThat(segments).hasSize(7);
      assertThat(segments[6]).isEqualTo("assign");
      assertThat(segments[5]).matches("[A-Za-z0-9%._~-]+");
      assertThat(URLDecoder.decode(segments[5], StandardCharsets.UTF_8)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b%c?d#e f", "ü+&=", "{x}"})
    void reachesTheObjectOfThatName(String name) {
      try (FakeXray fake = FakeXray.start();
          XrayClient client = XrayClient.builder()
              .baseUrl(fake.url())
              .credentials(Credentials.anonymous())
              .build()) {
        fake.seed(FakeXray.Kind.POLICIES, "{\"name\":\"" + name + "\"}");

        JsonNode policy = client
            .call("GET", "/xray/api/v2/policies/{name}", name)
            .readAs(JsonNode.class)
            .send();

        assertThat(policy.path("name").asText()).isEqualTo(name);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\u2003",
          ".",
          "..",
          "a\u0000",
          "a\nb",
          "\r",
          "a\tb",
          "\u001b[0m",
          "\u007f",
          "a\u0085b",
          "\ud800",
          "a\udc00",
          "\ude00\ud83d"
        })
    void refusesWhatIsNoNameBeforeAnyRequest(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/xray/api/v2/policies/{name}", name))
          .withMessageStartingWith("name ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
      none();
    }

    @Test
    void refusesArgumentsThatDoNotFit() {
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a/{b}"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a/{b}", "1", "2"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a", "1"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a/{b", "1"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "a"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", ""));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a b"));
      none();
    }

    @Test
    void staysOnThePlatform() {
      assertThat(xray.call("GET", "//evil.example/a").request().uri().getHost())
          .isEqualTo(xray.baseUrl().getHost());
      assertThat(xray.call("GET", "/@evil.example/a").request().uri().getHost())
          .isEqualTo(xray.baseUrl().getHost());
    }
  }

  @Nested
  class PathOfSegments {
    private static final String TEMPLATE = "/artifactory/{repository}/{+path}/end";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a",
          "org/acme/app/1.0/app-1.0.jar",
          "a b/c%d/e?f#g",
          "%2e%2e/%2F",
          "@scope/name;x=y",
          "über/\\..\\/日本",
          "...",
          "a/..b/.c/d.",
          "..;/a",
          "{x}/[y]"
        })
    void keepsItsSlashesAndEncodesTheRest(String path) {
      xray.call("GET", TEMPLATE, "libs/a", path).send();

      String url = only().getUrl();
      assertThat(url).startsWith("/artifactory/libs%2Fa/").endsWith("/end");
      String sent =
          url.substring("/artifactory/libs%2Fa/".length(), url.length() - "/end".length());
      assertThat(sent).matches("[A-Za-z0-9%._~/-]+");
      assertThat(sent.split("/", -1)).hasSameSizeAs(path.split("/", -1));
      assertThat(URLDecoder.decode(sent, StandardCharsets.UTF_8)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "/",
          "/a",
          "a/",
          "a//b",
          "a/ /b",
          ".",
          "..",
          "../a",
          "a/../b",
          "a/./b",
          "a/..",
          "a/\u2003",
          "a\nb/c",
          "a/\u0000",
          "a/\ud800"
        })
    void refusesWhatCouldLeaveItBeforeAnyRequest(String path) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", TEMPLATE, "libs", path))
          .withMessageStartingWith("path ")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
      none();
    }

    @Test
    void isCountedLikeOtherArguments() {
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/a/{+b}"));
      assertThatIllegalArgumentException().isThrownBy(() -> xray.call("GET", "/{+a}", "1", "2"));
    }

    @Test
    void isNamedInTheOperation() {
      assertThat(xray.call("GET", TEMPLATE, "libs", "a/b").request().operation())
          .isEqualTo("GET " + TEMPLATE);
    }
  }

  @Nested
  class Headers {
    @ParameterizedTest
    @ValueSource(strings = {"Accept", "User-Agent", "Accept-Encoding", "Range", "Cookie"})
    void ofTheCallerAreSentInsteadOfThoseOfTheLibrary(String name) {
      xray.call("GET", "/x").header(name.toLowerCase(Locale.ROOT), "own").send();

      assertThat(only().header(name).values()).containsExactly("own");
    }

    @Test
    void ofTheCallerAreSentInADownloadToo(@TempDir java.nio.file.Path folder) {
      xray.call("GET", "/x").header("Accept-Encoding", "br").download(folder.resolve("answer"));

      assertThat(only().header("Accept-Encoding").values()).containsExactly("br");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-JFrog-Art-Api"})
    void withALoginReplaceTheClientsCredentials(String name, WireMockRuntimeInfo server) {
      for (Credentials credentials : List.of(
          Credentials.bearer("t0ken-of-the-client"),
          Credentials.refreshing(() -> AccessToken.of("t0ken-of-the-client")),
          Credentials.apiKey("key-of-the-client"))) {
        reset(server, credentials);

        xray.call("GET", "/x").header(name, "own").send();

        assertThat(only().getHeaders().all().toString()).doesNotContain("of-the-client");
        assertThat(only().header(name).values()).containsExactly("own");
      }
    }

    private void reset(WireMockRuntimeInfo server, Credentials credentials) {
      xray.close();
      server.getWireMock().resetRequests();
      xray = XrayClient.builder()
          .baseUrl(server.getHttpBaseUrl())
          .credentials(credentials)
          .build();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Host", "content-length", "Connection", "Expect", "Upgrade", "Transfer-Encoding"
        })
    void thatOnlyTheHttpClientCanSetAreRefused(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").header(name, "1"))
          .withMessage("the header " + name
              + " is set by the HTTP client, so it cannot be set here; leave it out");
      none();
    }
  }

  @Nested
  class Query {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "plain",
          "a b",
          "a+b&c=d",
          "a/b%c?d#e",
          "%20",
          "über",
          "\ud83d\ude00",
          "a,b;c",
          "..",
          "[x]{y}"
        })
    void takesAValueAsOneParameter(String value) {
      xray.call("GET", "/x").query("na me", value).query("other", 7).send();

      String query = only().getUrl().substring("/x?".length());
      String[] pairs = query.split("&", -1);
      assertThat(pairs).hasSize(2);
      assertThat(pairs[1]).isEqualTo("other=7");
      assertThat(pairs[0]).startsWith("na%20me=").doesNotContain("+");
      assertThat(URLDecoder.decode(pairs[0].substring("na%20me=".length()), StandardCharsets.UTF_8))
          .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u0000", "\ud800", "\u007f"})
    void refusesControlsAndHalvesBeforeAnyRequest(String value) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").query("q", value))
          .withMessageStartingWith("value of query parameter q must not contain ");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").query(value, "v"));
      none();
    }

    @Test
    void keepsTheOrderAndTheRepetitions() {
      xray.call("GET", "/x").query("b", 1).query("a", true).query("b", 2).send();

      assertThat(only().getUrl()).isEqualTo("/x?b=1&a=true&b=2");
    }
  }

  @Nested
  class Body {
    @Test
    void isJson() {
      xray.call("PUT", "/x").body(Map.of("ü", List.of(1, "b"))).send();

      assertThat(Fixtures.parse(only().getBodyAsString()))
          .isEqualTo(Fixtures.parse("{\"ü\":[1,\"b\"]}"));
      assertThat(only().getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void hasTheContentTypeThatTheCallerSets() {
      ApiCall<ApiResponse> call =
          xray.call("PUT", "/x").header("content-type", "application/a+json");

      call.body(Map.of()).send();
      assertThat(only().header("Content-Type").values()).containsExactly("application/a+json");
      assertThat(xray.call("PUT", "/x")
              .body(Map.of())
              .header("Content-Type", "application/a+json")
              .request()
              .headers())
          .containsEntry("Content-Type", "application/a+json");
    }

    @Test
    void canBeATextWithAContentTypeOfItsOwn() {
      String aql = "items.find({\"repo\":\"ü\"})\n";

      xray.call("POST", "/artifactory/api/search/aql").body(aql, "text/plain").send();

      assertThat(only().getUrl()).isEqualTo("/artifactory/api/search/aql");
      assertThat(only().getBody()).isEqualTo(aql.getBytes(StandardCharsets.UTF_8));
      assertThat(only().header("Content-Type").values()).containsExactly("text/plain");
    }

    @Test
    void canBeBytes() {
      byte[] bytes = {0, -1, 10};

      xray.call("PUT", "/x").body(bytes, "application/octet-stream").send();

      assertThat(only().getBody()).isEqualTo(bytes);
      assertThat(only().header("Content-Type").values())
          .containsExactly("application/octet-stream");
    }

    @Test
    void canBeEmpty() {
      xray.call("POST", "/x").body("", "text/plain; charset=\"UTF-8\"").send();

      assertThat(only().getBody()).isEmpty();
      assertThat(only().header("Content-Type").values())
          .containsExactly("text/plain; charset=\"UTF-8\"");
    }

    @Test
    void thatReplacesAnotherReplacesItsContentTypeToo() {
      xray.call("POST", "/x").body("a", "text/plain").body(List.of(1)).send();

      assertThat(only().getBodyAsString()).isEqualTo("[1]");
      assertThat(only().header("Content-Type").values()).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "text",
          "text/",
          "text/plain\r\nX-A: 1",
          "text/plain;ü",
          "a b/c",
          "t/p, x"
        })
    void refusesWhatIsNoContentType(String contentType) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("POST", "/x").body("a", contentType))
          .withMessageStartingWith("contentType ");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("POST", "/x").body(new byte[1], contentType))
          .withMessageStartingWith("contentType ");
      none();
    }

    @Test
    void refusesATextInAnotherCharset() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("POST", "/x").body("ü", "text/plain; charset=ISO-8859-1"))
          .withMessageContaining("ISO-8859-1");
    }

    @Test
    void isRefusedWhenItCannotBeWritten() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("PUT", "/x").body(new Object()))
          .withMessageContaining("body");
      none();
    }
  }

  @Nested
  class Copies {
    @Test
    void leaveTheCallAsItWas() {
      ApiCall<ApiResponse> call = xray.call("POST", "/x");

      call.query("a", 1);
      call.header("X-A", "1");
      call.body(Map.of());
      call.body("a", "text/plain");
      call.readOnly();
      call.timeout(Duration.ofSeconds(1));

      ApiRequest request = call.request();
      assertThat(request.uri().getRawQuery()).isNull();
      assertThat(request.headers()).doesNotContainKey("X-A");
      assertThat(request.body()).isEmpty();
      assertThat(request.isReadOnly()).isFalse();
      assertThat(request.timeout()).isEmpty();
    }

    @Test
    void canBeSentAgain() {
      ApiCall<JsonNode> call = xray.call("GET", "/x").readAs(JsonNode.class);

      assertThat(call.send()).isEqualTo(call.send());
      assertThat(findAll(anyRequestedFor(anyUrl()))).hasSize(2);
    }

    @Test
    void refuseATimeoutOfNothing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x").timeout(Duration.ZERO))
          .withMessageContaining("timeout");
    }
  }

  @Nested
  class Decoding {
    @Test
    void isByAFunctionOfOnesOwn() {
      assertThat(xray.call("GET", "/x").decodedBy(ApiResponse::text).send()).isEqualTo("{\"a\":1}");
    }

    @Test
    void namesTheRequestWhenTheFunctionFails() {
      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.call("GET", "/x")
              .decodedBy(response -> {
                throw new IOException("not what I like");
              })
              .send())
          .withMessageMatching("GET http://\\S+/x answered .*not what I like")
          .withCauseInstanceOf(IOException.class);
    }

    @Test
    void ignoresWhatATypeDoesNotHave() {
      stubFor(any(anyUrl()).willReturn(okJson("{\"name\":\"n\",\"b\":{}}")));

      assertThat(xray.call("GET", "/x")
              .readAs(io.github.xrayclient.policy.Policy.class)
              .send()
              .name())
          .isEqualTo("n");
    }
  }

  @Nested
  class ValuesThatNobodyMeans {
    @Test
    void areRefusedInAPathByTheNameOfThePlaceholder() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x/{id}", Optional.of(7)))
          .withMessageStartingWith(
              "id in arguments must be a single value, but was of type java.util.Optional;");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.call("GET", "/x/{repo}/{+path}", "r", List.of("a")))
          .withMessageStartingWith("path in arguments must be a single value, but was of type ");
      assertThatNullPointerException()
          .isThrownBy(() -> xray.call("GET", "/x/{repo}/{id}", "r", null))
          .withMessage("arguments must not contain null");
    }

    @Test
    void areRefusedInAQueryByTheNameOfTheParameter() {
      ApiCall<ApiResponse> call = xray.call("GET", "/x");

      for (Object value : List.of(
          Optional.empty(), OptionalInt.of(1), OptionalLong.of(1), List.of(1), new int[] {1})) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> call.query("limit", value))
            .withMessageStartingWith(
                "value of query parameter limit must be a single value, but was ");
      }
      assertThatNullPointerException()
          .isThrownBy(() -> call.query("limit", null))
          .withMessage("value of query parameter limit");
    }

    @Test
    void areRefusedAsAJsonBody() {
      ApiCall<ApiResponse> call = xray.call("POST", "/x");

      for (Object body : List.of(
          "items.find()",
          CharBuffer.wrap("x"),
          new byte[] {1},
          InputStream.nullInputStream(),
          HttpRequest.BodyPublishers.noBody())) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> call.body(body))
            .withMessageContaining("body(text, contentType)");
      }
    }
  }
}
