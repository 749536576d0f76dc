package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.WrongTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of another JSON type than documented. */
class WrongTypesTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance()
      .options(wireMockConfig().dynamicPort().disableRequestJournal())
      .build();

  private XrayClient xray;

  @BeforeEach
  void connect() {
    xray = XrayClient.builder()
        .baseUrl(SERVER.baseUrl())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(String json) {
    SERVER.resetMappings();
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(json)));
  }

  private static void check(
      JsonNode sample, String before, String after, String path, Function<JsonNode, Object> read) {
    List<WrongTypes> all = WrongTypes.of(sample);
    assertThat(all).hasSizeGreaterThan(40);
    all.forEach(each -> each.check(
        spoiled -> {
          answer(before + spoiled + after);
          return read.apply(spoiled);
        },
        path));
  }

  @Nested
  class AreAnErrorThatNamesThePlaceOrKept {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{name}_package-and-exposure",
          "{name}_cvss-range-numbers",
          "{name}_unknown-fields",
          "policies"
        })
    void inPolicies(String sample) {
      JsonNode json = Fixtures.json("policies/GET_" + sample + "_200.json");
      check(
          json.isArray() ? json.get(0) : json,
          "[",
          "]",
          "$[0]",
          spoiled -> xray.policies().list().get(0));
    }

    @Test
    void inWatches() {
      JsonNode sample = Fixtures.json("watches/GET_{name}_every-filter_200.json");
      check(sample, "[", "]", "$[0]", spoiled -> xray.watches().list().get(0));
    }

    @Test
    void inIgnoreRules() {
      String json = Fixtures.text("ignorerules/GET_ignore_rules_200.json");
      String written = json.replace("release_bundles", "release-bundles"); // both are read
      JsonNode sample = Fixtures.parse(written).at("/data/0");
      check(
          sample,
          "{\"data\":[",
          "]}",
          "$.data[0]",
          spoiled -> xray.ignoreRules().list().includeDeleted().iterator().next());
    }

    @Test
    void inViolations() {
      JsonNode sample = Fixtures.json("violations/POST_violations_200.json").at("/violations/0");
      check(
          sample,
          "{\"violations\":[",
          "]}",
          "$.violations[0]",
          spoiled -> xray.violations().list().everything().iterator().next());
    }
  }

  @Nested
  class OfFlags {
    private static final String POLICY =
        "{\"name\":\"p\",\"rules\":[{\"name\":\"r\",\"actions\":{\"fail_build\":%s}}]}";

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "7", "-1", "1.0", "\"1\"", "\"yes\"", "{}", "[]", "[true]"})
    void areKeptAsReceived(String value) {
      answer(String.format(POLICY, value));

      Policy policy = xray.policies().get("p");

      assertThat(policy.rules().get(0).actions().orElseThrow().failBuild()).isEmpty();
      assertThat(policy.rules().get(0).actions().orElseThrow().extras())
          .containsExactly(Map.entry("fail_build", Fixtures.parse(value)));
      assertThat(XrayClient.unreadFields(policy)).containsExactly("$.rules[0].actions.fail_build");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "TRUE,true", "False,false"})
    void areReadIfTheTextSaysIt(String text, boolean meant) {
      answer(String.format(POLICY, "\"" + text + "\""));

      assertThat(xray.policies().get("p").rules().get(0).actions().orElseThrow().failBuild())
          .hasValue(meant);
    }
  }

  @Test
  void areNamedInPlainWords() {
    answer("{\"name\":{\"a\":1}}");

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> xray.policies().get("p"))
        .withMessageContaining("at $.name: the value is not a string");
  }

  @Test
  void thatAreMissingHaveTheNameOnTheWire() {
    answer("[{\"general_data\":{\"name\":\"w\"}},{}]");

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> xray.watches().list())
        .withMessageContaining("at $[1]: a required field is missing (general_data)");
  }
}
