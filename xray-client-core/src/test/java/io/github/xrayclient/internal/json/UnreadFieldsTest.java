package io.github.xrayclient.internal.json;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.FailPullRequest;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.LogLines;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.watch.Watch;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known fields with values of another type than documented. */
class UnreadFieldsTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance()
      .options(wireMockConfig().dynamicPort().disableRequestJournal())
      .build();

  private static final String PLAIN = "{'name':'plain','rules':[{'name':'r','actions':{}}]}";
  private static final String ODD =
      "{'name':'odd','rules':[{'name':'r','priority':1,'actions':{'fail_build':true,"
          + "'fail_pull_request':true,'x':2.50}}]}";

  private final XrayClient xray = Clients.once(SERVER.baseUrl());

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static void answer(String text) {
    SERVER.resetMappings();
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(text.replace('\'', '"'))));
  }

  private static Policy odd() {
    return RoundTrip.read(json(ODD), Policy.class);
  }

  @Nested
  class OfAnAnswer {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {"[%s,%s,%s] | $[1]", "{'data':[%s,%s,%s]} | $.data[1]"})
    void areKeptAndEverythingElseIsRead(String listing, String path) {
      answer(String.format(listing, PLAIN, ODD, PLAIN));

      try (LogLines log = LogLines.ofLibrary()) {
        List<Policy> policies = xray.policies().list();

        assertThat(policies).extracting(Policy::name).containsExactly("plain", "odd", "plain");
        Actions actions = policies.get(1).rules().get(0).actions().orElseThrow();
        assertThat(actions.failBuild()).hasValue(true);
        assertThat(actions.failPullRequest()).isEmpty();
        assertThat(actions.extras())
            .containsExactly(
                Map.entry("fail_pull_request", BooleanNode.TRUE), Map.entry("x", json("2.50")));
        assertThat(RoundTrip.write(policies.get(1))).isEqualTo(json(ODD));
        assertThat(log.lines())
            .containsExactly("WARNING GET " + SERVER.baseUrl() + "/xray/api/v2/policies answered"
                + " with fields that cannot be read and are kept as received: " + path
                + ".rules[0].actions.fail_pull_request (received true or false; the value is not an"
                + " object)");
      }
    }

    @Test
    void areKeptInASingleObject() {
      answer(ODD);

      assertThat(RoundTrip.write(xray.policies().get("odd"))).isEqualTo(json(ODD));
    }

    @Test
    void areLoggedWithoutTheirValues() {
      answer(
          "{'name':'p','rules':[{'name':'r','priority':99999999999,'criteria':'geheim',"
              + "'actions':{'webhooks':['a',{'geheim':1}],'build_failure_grace_period_in_days':1.5}}]}");

      try (LogLines log = LogLines.ofLibrary()) {
        xray.policies().get("p");

        assertThat(log.lines())
            .singleElement()
            .asString()
            .doesNotContain("geheim", "99999999999", "1.5")
            .contains("$.rules[0].priority (received a number; the value is out of range)")
            .contains("$.rules[0].criteria (received a string; the value is not an object)")
            .contains("$.rules[0].actions.webhooks (received a list;"
                + " $.rules[0].actions.webhooks[1]: the value is not a string)")
            .contains("$.rules[0].actions.build_failure_grace_period_in_days (received a number;");
      }
    }

    @Test
    void areLoggedInOneLineWithTheirNumber() {
      answer("[" + String.join(",", Collections.nCopies(30, ODD)) + "]");

      try (LogLines log = LogLines.ofLibrary()) {
        assertThat(xray.policies().list()).hasSize(30);

        assertThat(log.lines())
            .singleElement()
            .asString()
            .contains("$[19].")
            .doesNotContain("$[20].")
            .endsWith("; and 10 more");
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'name':{},'rules':7} | $.name",
          "{'rules':7} | $",
          "{'name':'p','author':{},'rules':[{'name':'r'},{'name':[1]}]} | $.rules[1].name",
          "{'name':'p','author':{},'rules':[{'priority':1}]} | $.rules[0]"
        })
    void areNoFieldsThatIdentify(String text, String path) {
      answer(text);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().get("p"))
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo(path));
    }
  }

  @Nested
  class Values {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "7",
          "1.50",
          "'x'",
          "''",
          "true",
          "[]",
          "[1]",
          "[{'name':'r','type':'t'},'x',{'name':'s','type':'t'}]",
          "[[]]"
        })
    void ofListsAreKeptAsAWhole(String value) {
      JsonNode json = json("{'general_data':{'name':'w'},'project_resources':{'resources':" + value
          + ",'x':1},'assigned_policies':" + value + "}");

      assertThat(RoundTrip.write(RoundTrip.read(json, Watch.class)))
          .isEqualTo(
              value.equals("[]")
                  ? json("{'general_data':{'name':'w'},'project_resources':{'x':1}}")
                  : json);
    }

    @Test
    void areReadAgainFromTheirOwnJson() {
      assertThat(RoundTrip.read(RoundTrip.write(odd()), Policy.class)).isEqualTo(odd());
    }

    @Test
    void areNamedByTheirPaths() {
      Policy other = RoundTrip.read(json(PLAIN), Policy.class);
      IgnoreRule rule = RoundTrip.read(
          json("{'id':'1','ignore_filters':{'cves':7,'docker_layers':{}}}"), IgnoreRule.class);

      assertThat(XrayClient.unreadFields(odd()))
          .containsExactly("$.rules[0].actions.fail_pull_request");
      assertThat(XrayClient.unreadFields(List.of(other, odd())))
          .containsExactly("$[1].rules[0].actions.fail_pull_request");
      assertThat(XrayClient.unreadFields(rule))
          .containsExactly("$.ignore_filters.cves", "$.ignore_filters.docker_layers");
      assertThat(XrayClient.unreadFields(other)).isEmpty();
    }
  }

  @Nested
  class SetByTheCaller {
    private Policy changed() {
      Rule rule = odd().rules().get(0);
      Actions actions = rule.actions().orElseThrow().toBuilder()
          .failPullRequest(FailPullRequest.builder().active(false).build())
          .build();
      return odd().toBuilder()
          .rules(List.of(rule.toBuilder().actions(actions).build()))
          .build();
    }

    @Test
    void areWrittenOnceWithTheNewValue() {
      assertThat(RoundTrip.write(changed()))
          .isEqualTo(json(
              ODD.replace("'fail_pull_request':true", "'fail_pull_request':{'active':false}")));
      assertThat(
              XrayClient.jsonMapper().valueToTree(changed()).toString().split("fail_pull_request"))
          .hasSize(2);
    }

    @Test
    void areNoLongerUnread() {
      assertThat(XrayClient.unreadFields(changed())).isEmpty();
    }
  }
}
