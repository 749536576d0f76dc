package io.github.xrayclient.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class WatchReadTest {
  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
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

  private static void answer(String body) {
    stubFor(get(anyUrl()).willReturn(okJson(body.replace('\'', '"'))));
  }

  private static void refuse(int status, String words) {
    stubFor(any(anyUrl()).willReturn(jsonResponse("{\"error\":\"" + words + "\"}", status)));
  }

  @Nested
  class Get {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'general_data':{'name':'a b','id':7}}",
          "[{'general_data':{'name':'a b','id':7}}]"
        })
    void readsAnObjectAndAnArrayOfOne(String body) {
      answer(body);

      Watch watch = xray.watches().get("a b");

      assertThat(watch.name()).isEqualTo("a b");
      assertThat(watch.generalData().id()).hasValue("7");
      verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/watches/a%20b")));
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a/b|a%2Fb",
          "100%|100%25",
          "why?|why%3F",
          "#1|%231",
          "Größe 界|Gr%C3%B6%C3%9Fe%20%E7%95%8C",
          "a+b;c=d|a%2Bb%3Bc%3Dd",
          "%2e%2e|%252e%252e"
        })
    void sendsTheNameAsOneSegment(String name, String segment) {
      answer("{'general_data':{'name':'x'}}");

      xray.watches().projectKey("p q").get(name);

      verify(
          1, getRequestedFor(urlEqualTo("/xray/api/v2/watches/" + segment + "?projectKey=p%20q")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb", "\u0000"})
    void refusesANameThatNoPathCanHold(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.watches().get(name))
          .withMessageContaining("name");

      verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "null",
          "7",
          "\"a\"",
          "{}",
          "{\"general_data\":{}}",
          "{\"name\":\"a\"}",
          "[1]",
          "[null]",
          "{\"general_data\":{\"name\":\"a\"}",
          "<html>"
        })
    void neverReadsAnythingElse(String body) {
      stubFor(get(anyUrl()).willReturn(ok(body)));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().get("a"))
          .withMessageContaining("GET ")
          .withMessageContaining("/xray/api/v2/watches/a");
    }

    @Test
    void doesNotChooseAmongSeveral() {
      answer("[{'general_data':{'name':'b'}},{'general_data':{'name':'a'}}]");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void namesThePlaceOfABadValue(String shape) {
      answer(String.format(
          shape,
          "{'general_data':{'name':'a'},'project_resources':{'resources':["
              + "{'type':'build'},{'type':'build','filters':{}}]}}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().get("a"))
          .satisfies(
              e -> assertThat(e.jsonPath()).endsWith(".project_resources.resources[1].filters"));
    }

    @Test
    void throwsNotFoundWithTheServersWords() {
      refuse(404, "Watch a was not found");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.watches().get("a"))
          .withMessageEndingWith("/xray/api/v2/watches/a answered 404: Watch a was not found");
    }
  }

  @Nested
  class Find {
    @Test
    void givesWhatIsThere() {
      answer("{'general_data':{'name':'a'}}");

      assertThat(xray.watches().find("a")).map(Watch::name).hasValue("a");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "404, Watch a was not found",
      "404, no such thing",
      "400, Watch a was not found",
      "500, Failed to get watch by name a : Watch was not found",
      "500, Watch a does not exist"
    })
    void givesNothingForWhatIsNotThere(int status, String words) {
      refuse(status, words);

      assertThat(xray.watches().find("a")).isEmpty();
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "400, Got invalid watch",
      "500, Failed to get watch",
      "500, ''",
      "401, user was not found",
      "403, Watch a was not found",
      "502, upstream was not found",
      "503, was not found",
      "409, was not found"
    })
    void throwsEveryOtherRefusal(int status, String words) {
      refuse(status, words);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.watches().find("a"))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    @Test
    void throwsWhatCannotBeRead() {
      answer("{'general_data':{'active':true}}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().find("a"))
          .withMessageContaining("name");
    }
  }

  @Nested
  class ListAll {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[{'general_data':{'name':'a'}},{'ticket_profile':'x'}]|$[1]",
          "[{'general_data':{'name':'a'}},{'general_data':{'name':{}}}]|$[1].general_data.name",
          "[{'general_data':{'name':'a'},'assigned_policies':[{}]}]|$[0].assigned_policies[0]",
          "{'data':[{'general_data':7}]}|$.data[0].general_data",
          "{'watches':[null,{'general_data':{'name':'a'},'ticket_generation':[]}]}"
              + "|$.watches[1].ticket_generation"
        })
    void namesThePlaceOfOneBadElement(String body, String place) {
      answer(body);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.watches().list())
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo(place))
          .withMessageContaining(" at " + place + ": ");
    }
  }
}
