package io.github.xrayclient.policy;

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
class PolicyReadTest {
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
    @ValueSource(strings = {"{'name':'a b','type':'license'}", "[{'name':'a b','type':'license'}]"})
    void readsAnObjectAndAnArrayOfOne(String body) {
      answer(body);

      Policy policy = xray.policies().get("a b");

      assertThat(policy.name()).isEqualTo("a b");
      assertThat(policy.type()).hasValue(PolicyType.LICENSE);
      verify(1, getRequestedFor(urlEqualTo("/xray/api/v2/policies/a%20b")));
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
      answer("{'name':'x'}");

      xray.policies().projectKey("p q").get(name);

      verify(
          1, getRequestedFor(urlEqualTo("/xray/api/v2/policies/" + segment + "?projectKey=p%20q")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb", "\u0000"})
    void refusesANameThatNoPathCanHold(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.policies().get(name))
          .withMessageContaining("name");

      verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "null", "7", "\"a\"", "{}", "[1]", "[null]", "{\"name\":\"a\"", "<html>"})
    void neverReadsAnythingElse(String body) {
      stubFor(get(anyUrl()).willReturn(ok(body)));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().get("a"))
          .withMessageContaining("GET ")
          .withMessageContaining("/xray/api/v2/policies/a");
    }

    @Test
    void doesNotChooseAmongSeveral() {
      answer("[{'name':'b'},{'name':'a'}]");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void namesThePlaceOfABadValue(String shape) {
      answer(String.format(
          shape, "{'name':'a','rules':[{'name':'r'},{'name':'s','criteria':{'sast':[]}}]}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().get("a"))
          .satisfies(e -> assertThat(e.jsonPath()).endsWith(".rules[1].criteria.sast"));
    }

    @Test
    void throwsNotFoundWithTheServersWords() {
      refuse(404, "Policy a was not found");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.policies().get("a"))
          .withMessageEndingWith("/xray/api/v2/policies/a answered 404: Policy a was not found");
    }
  }

  @Nested
  class Find {
    @Test
    void givesWhatIsThere() {
      answer("{'name':'a'}");

      assertThat(xray.policies().find("a")).map(Policy::name).hasValue("a");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "404, Policy a was not found",
      "404, no such thing",
      "400, Policy a was not found",
      "500, Failed to get policy by name a : Policy was not found",
      "500, Policy a does not exist"
    })
    void givesNothingForWhatIsNotThere(int status, String words) {
      refuse(status, words);

      assertThat(xray.policies().find("a")).isEmpty();
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "400, Got Invalid Policy",
      "500, Failed to get policy",
      "500, ''",
      "401, user was not found",
      "403, Policy a was not found",
      "502, upstream was not found",
      "503, was not found",
      "409, was not found"
    })
    void throwsEveryOtherRefusal(int status, String words) {
      refuse(status, words);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.policies().find("a"))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    @Test
    void throwsWhatCannotBeRead() {
      answer("{'type':'security'}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().find("a"))
          .withMessageContaining("name");
    }
  }

  @Nested
  class ListAll {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[{'name':'a'},{'type':'license'}]|$[1]",
          "[{'name':'a'},{'name':'b','rules':7}]|$[1].rules",
          "[{'name':'a','rules':[{'name':'r','actions':{'mails':'x'}}]}]|$[0].rules[0].actions.mails",
          "{'data':[{'name':'a'},{'name':[]}]}|$.data[1].name",
          "{'policies':[null,{'name':'a','rules':[{}]}]}|$.policies[1].rules[0]"
        })
    void namesThePlaceOfOneBadElement(String body, String place) {
      answer(body);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().list())
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo(place))
          .withMessageContaining(" at " + place + ": ");
    }
  }
}
