package io.github.xrayclient.error;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class ErrorBodiesTest {
  private XrayClient xray;
  private String url;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    url = server.getHttpBaseUrl() + "/xray/api/v1/x";
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private XrayApiException answer(ResponseDefinitionBuilder answer) {
    stubFor(any(anyUrl()).willReturn(answer));
    XrayApiException[] thrown = new XrayApiException[1];
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> xray.call("PUT", "/xray/api/v1/x").send())
        .satisfies(e -> thrown[0] = e);
    assertThat(thrown[0].getMessage().lines()).hasSize(1);
    assertThat(thrown[0].method()).isEqualTo("PUT");
    assertThat(thrown[0].uri()).hasToString(url);
    return thrown[0];
  }

  private XrayApiException body(int status, String body) {
    return answer(aResponse().withStatus(status).withBody(body));
  }

  @Nested
  class Messages {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "errors/GET_any_xray_403.json|Permission denied",
          "errors/GET_any_artifactory_401.json|Wrong username was used",
          "errors/GET_any_docker_401.json|authentication required;denied",
          "errors/GET_any_json-string_500.json|failed create request: unexpected state",
          "policies/DELETE_{name}_in-use_400.json|Failed to delete Policy sec-critical-block :"
              + " Policy is assigned to 2 watches"
        })
    void areReadFromTheSamples(String fixture, String messages) {
      XrayApiException e = body(400, Fixtures.text(fixture));

      assertThat(e.messages()).containsExactly(messages.split(";"));
      assertThat(e).hasMessage("PUT " + url + " answered 400: " + messages.replace(";", "; "));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{'error':'a'}|a",
          "{'error':{'message':'a','code':7}}|a",
          "{'errors':[{'status':403,'message':'a'}]}|a",
          "{'errors':[{'code':'DENIED','message':'a','detail':{'x':1}}]}|a",
          "{'errors':[{'code':'DENIED','message':'a','detail':['x']}]}|a",
          "{'errors':[{'code':'UNAUTHORIZED','message':'a'},{'message':'b'}]}|a;b",
          "{'errors':['a','b']}|a;b",
          "{'errors':[],'message':'a'}|a",
          "{'errors':null,'error':'a'}|a",
          "{'message':'a'}|a",
          "{'status':400,'message':'a'}|a",
          "{'detail':'a'}|a",
          "{'info':'a'}|a",
          "{'error':'a','message':'b'}|a",
          "{'error':null,'message':'b'}|b",
          "{'error':'a','errors':[{'message':'a'}]}|a",
          "{'error':'  a  '}|a",
          "'a'|a"
        })
    void areReadFromEveryShape(String body, String messages) {
      XrayApiException e = body(400, body.replace('\'', '"'));

      assertThat(e.messages()).containsExactly(messages.split(";"));
      assertThat(e).hasMessageEndingWith(" answered 400: " + messages.replace(";", "; "));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "7",
          "{\"error\":7}",
          "{\"errors\":[]}",
          "{\"errors\":\"x\"}",
          "{\"errors\":[{}]}",
          "{\"error\":",
          "plain text",
          "[[[[",
          "\u0000\u0001"
        })
    void areNoneWhereNothingIsSaidButTheBodyIsQuoted(String body) {
      XrayApiException e = body(400, body);

      assertThat(e.messages()).isEmpty();
      assertThat(e.body()).isEqualTo(body);
      if (!body.startsWith("\u0000")) {
        assertThat(e).hasMessageEndingWith(" answered 400: " + body);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void areNoneForAnEmptyBody(String body) {
      XrayApiException e = body(404, body);

      assertThat(e.messages()).isEmpty();
      assertThat(e).hasMessage("PUT " + url + " answered 404");
    }

    @Test
    void areNoneForAPageWhoseTextIsQuotedWithoutItsTags() {
      XrayApiException e = answer(aResponse()
          .withStatus(502)
          .withHeader("Content-Type", "text/html")
          .withBody(Fixtures.text("errors/GET_any_html_502.html")));

      assertThat(e.messages()).isEmpty();
      assertThat(e).hasMessageContaining("502 Bad Gateway");
      assertThat(e.getMessage()).doesNotContain("<", ">");
    }

    @Test
    void ofAPageHoldNoScriptNorStyle() {
      XrayApiException e = body(
          503,
          "<!DOCTYPE html><html><style>\np {color: red}</style><SCRIPT type=x>alert(1)\n</SCRIPT>"
              + "<p>Down\nfor\tmaintenance</p></html>");

      assertThat(e).hasMessageContaining(" answered 503: Down for maintenance");
      assertThat(e.getMessage()).doesNotContain("color", "alert", "<");
    }

    @Test
    void onSeveralLinesBecomeOneLine() {
      XrayApiException e = body(400, "{\"error\":\"a\\r\\n\\u001b[31mb\\u0000c\"}");

      assertThat(e.getMessage()).endsWith(": a\\r\\n\\u001b[31mb\\u0000c");
      assertThat(e.messages()).containsExactly("a\r\n\u001b[31mb\u0000c");
    }

    @Test
    void cannotBeChanged() {
      List<String> messages = body(400, "{\"error\":\"a\"}").messages();

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> messages.add("b"));
    }

    @Test
    void thatAreLongAreKeptWhole() {
      XrayApiException e = body(400, "{\"error\":\"" + "x".repeat(5_000) + "\"}");

      assertThat(e.messages()).containsExactly("x".repeat(5_000));
    }

    @Test
    void areCutAtALengthThatNobodyReads() {
      XrayApiException e = body(400, "{\"error\":\"" + "x".repeat(500_000) + "\"}");

      assertThat(e.messages()).containsExactly("x".repeat(8_192) + "…");
      assertThat(e.getMessage()).hasSizeLessThan(5_000).endsWith("x…");
    }

    @Test
    void areAHundredAtMost() {
      String many = IntStream.range(0, 20_000)
          .mapToObj(number -> "{\"status\":400,\"message\":\"problem " + number + "\"}")
          .collect(Collectors.joining(",", "{\"errors\":[", "]}"));

      XrayApiException e = body(400, many);

      assertThat(e.messages()).hasSize(100).startsWith("problem 0").endsWith("problem 99");
      assertThat(e.getMessage())
          .hasSizeLessThan(5_000)
          .contains("problem 0; problem 1;")
          .endsWith("; 19900 more messages of the server were left out");
    }

    @Test
    void ofALongBodyAreCutAtAThousandCharacters() {
      XrayApiException e = body(400, "y".repeat(100_000));

      assertThat(e.getMessage()).endsWith(": " + "y".repeat(1_000) + "…");
      assertThat(e.body()).isEqualTo("y".repeat(8_192));
    }

    @Test
    void ofADeeplyNestedBodyAreNone() {
      XrayApiException e = body(500, "{\"errors\":" + "[".repeat(50_000));

      assertThat(e.messages()).isEmpty();
      assertThat(e.statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void ofBytesThatLookLikeAnotherEncodingDoNotHideTheStatus(int which) {
      byte[][] bodies = {
        {0, 0, (byte) 0xff, (byte) 0xfe},
        {0, 0, 0, '{', (byte) 0xff, 0, 0, 0},
        {0, 'x', 0, 0, 1},
        {(byte) 0xff, (byte) 0xff, (byte) 0xff}
      };

      assertThat(answer(aResponse().withStatus(503).withBody(bodies[which])).statusCode())
          .isEqualTo(503);
    }
  }

  @Nested
  class Classes {
    @ParameterizedTest
    @CsvSource({
      "400,XrayBadRequestException",
      "401,XrayUnauthorizedException",
      "403,XrayForbiddenException",
      "404,XrayNotFoundException",
      "409,XrayConflictException",
      "429,XrayRateLimitedException",
      "302,XrayApiException",
      "405,XrayApiException",
      "415,XrayApiException",
      "418,XrayApiException",
      "500,XrayApiException",
      "503,XrayApiException",
      "599,XrayApiException"
    })
    void areChosenByTheStatus(int status, String name) {
      XrayApiException e = body(status, "{\"error\":\"a\"}");

      assertThat(e.getClass().getSimpleName()).isEqualTo(name);
      assertThat(e.statusCode()).isEqualTo(status);
    }
  }

  @Nested
  class Headers {
    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "x-jfrog-request-id", "uber-trace-id"})
    void giveTheIdOfTheRequest(String header) {
      XrayApiException e = answer(aResponse().withStatus(500).withHeader(header, "id-1"));

      assertThat(e.requestId()).hasValue("id-1");
    }

    @Test
    void withoutIdAndWaitGiveNone() {
      XrayApiException e = body(500, "");

      assertThat(e.requestId()).isEmpty();
      assertThat(e.retryAfter()).isEmpty();
    }

    @Test
    void giveTheWaitThatWasAskedForUncut() {
      XrayApiException e = answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

      assertThat(e.retryAfter()).hasValue(Duration.ofHours(1));
    }
  }
}
