package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.value.IgnoreRuleId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hold less than there is, or say a thing twice. */
@WireMockTest
class StrictReadingTest {
  private static final String RULE = "{'name':'r','priority':1,'criteria':{'min_severity':'High'}}";
  private static final String POLICY = "{'name':'p','type':'security','rules':[" + RULE + "]}";
  private static final String TWICE =
      "{'name':'p','type':'security','rules':[" + RULE + "],'rules':[]}";

  private XrayClient xray;
  private XrayClient strict;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
    strict = xray.withOptions(CallOptions.none().strict());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void answer(String body) {
    stubFor(any(anyUrl()).willReturn(okJson(json(body))));
  }

  private static void answer(int status, String body) {
    stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(json(body))));
  }

  private static void refused(Callable<?> call, String... words) {
    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(call::call)
        .withMessageContaining("cannot be used")
        .satisfies(e -> List.of(words).forEach(word -> assertThat(e).hasMessageContaining(word)));
  }

  @Nested
  class AMemberThatStandsTwice {
    @Test
    void isRefusedInAnObject() {
      answer(TWICE);

      refused(() -> xray.policies().get("p"), "'rules' twice");
      refused(() -> xray.policies().find("p"), "'rules' twice");
      refused(() -> xray.watches().get("p"), "'rules' twice");
      refused(() -> xray.ignoreRules().get(IgnoreRuleId.of("1")), "'rules' twice");
      refused(() -> xray.call("GET", "/x").readAs(JsonNode.class).send(), "'rules' twice");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'name':'p','type':'t','rules':[{'name':'r','name':'r'}]}",
          "{'name':'p','type':'t','rules':[{'name':'r','criteria':{'a':1,'a':1}}]}",
          "{'name':'p','type':'t','unknown':[[{'deep':{'a':null,'b':[],'a':null}}]]}",
          "[{'name':'p','type':'t','a':1,'a':2}]"
        })
    void isRefusedAtAnyDepth(String body) {
      answer(body);

      refused(() -> xray.policies().get("p"), "twice");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void isRefusedInBothReadsOfAnEdit(int damaged, int reads) {
      for (int read = 1; read <= 2; read++) {
        stubFor(get(anyUrl())
            .inScenario("reads")
            .whenScenarioStateIs(read == 1 ? Scenario.STARTED : "read " + read)
            .willSetStateTo("read " + (read + 1))
            .willReturn(okJson(json(read == damaged ? TWICE : POLICY))));
      }

      refused(() -> xray.policies().edit("p", update -> update.description("d")), "twice");

      verify(reads, getRequestedFor(anyUrl()));
      verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void isToldWhenAnObjectIsReadBack() {
      answer(TWICE);
      stubFor(post(anyUrl()).willReturn(okJson("{}")));
      PolicyDraft draft =
          PolicyDraft.named("p", PolicyType.SECURITY).unchecked().build();

      XrayException failure =
          catchThrowableOfType(XrayException.class, () -> xray.policies().create(draft));

      assertThat(failure).hasMessageContainingAll("stored", "twice");
    }

    @Test
    void leavesAListingReadableAndTheLastOneCounts() {
      answer("[" + TWICE + "," + POLICY + "]");

      List<Policy> policies = xray.policies().list();

      assertThat(policies).hasSize(2);
      assertThat(policies.get(0).rules()).isEmpty();
      assertThat(policies.get(1).rules()).hasSize(1);
    }

    @Test
    void isRefusedInAListingThatIsReadStrictly() {
      answer("[" + POLICY + "," + TWICE + "]");

      refused(() -> strict.policies().list(), "'rules' twice");

      answer("{'data':[{'id':'1','notes':'n','notes':'m'}],'total_count':1}");

      refused(() -> strict.ignoreRules().list().iterator().next(), "'notes' twice");
      assertThat(xray.ignoreRules().list().iterator().next().notes()).hasValue("m");
    }
  }

  @Nested
  class NoContent {
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 205})
    void isNoListThatIsReadStrictly(int status) {
      answer(status, "");

      refused(() -> strict.policies().list(), "empty body");
      refused(() -> strict.watches().list(), "empty body");
      refused(() -> strict.ignoreRules().list().iterator().next(), "empty body");
      refused(() -> strict.violations().list().everything().iterator().next(), "empty body");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 205})
    void isAnEmptyListOtherwiseWhereTheServerHasNoPages(int status) {
      answer(status, "");

      assertThat(xray.policies().list()).isEmpty();
      assertThat(xray.watches().list()).isEmpty();
      refused(() -> xray.ignoreRules().list().iterator().next(), "empty body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{'data':null}", "{'data':[],'total_count':0}"})
    void isNotAnEmptyListWithABody(String body) {
      answer(body);

      assertThat(strict.policies().list()).isEmpty();
      assertThat(strict.ignoreRules().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'data':{}}",
          "{'data':[],'total_count':3}",
          "{'data':null,'total_count':3}",
          "{'data':null,'meta':{'total_count':3}}",
          "<html><body>login</body></html>",
          " "
        })
    void isNeverReadOutOfAnotherBody(String body) {
      answer(body);

      refused(() -> xray.policies().list());
      refused(() -> xray.ignoreRules().list().iterator().next());
      refused(() -> strict.policies().list());
    }

    @Test
    void isAnAnswerToAWrite() {
      stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(204)));

      strict.policies().delete("p");
    }
  }

  @Nested
  class APart {
    @ParameterizedTest
    @ValueSource(strings = {"[]", "[" + POLICY + "]", ""})
    void isNoList(String body) {
      answer(206, body);

      refused(() -> xray.policies().list(), "206");
      refused(() -> xray.ignoreRules().list().iterator().next(), "206");
      refused(() -> strict.policies().list(), "206");
    }

    @Test
    void isNoObject() {
      answer(206, POLICY);

      refused(() -> xray.policies().get("p"), "206");
      refused(() -> xray.call("GET", "/x").readAs(JsonNode.class).send(), "206");
    }

    @Test
    void isNoFile(@TempDir Path folder) {
      answer(206, "abc");

      refused(() -> xray.call("GET", "/x").download(folder.resolve("file")), "206");
    }

    @Test
    void isGivenToWhoeverAsksForIt(@TempDir Path folder) {
      answer(206, "abc");

      assertThat(xray.call("GET", "/x").send().text()).isEqualTo("abc");
      assertThat(xray.call("GET", "/x")
              .header("range", "bytes=0-2")
              .decodedBy(response -> response.text())
              .send())
          .isEqualTo("abc");
    }
  }
}
