package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyContractTest {
  private static List<JsonNode> each(String fixture) {
    JsonNode json = Fixtures.json(fixture);
    List<JsonNode> policies = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(policies::add);
    } else {
      policies.add(json);
    }
    return policies;
  }

  private static Policy first(String fixture) {
    return RoundTrip.read(each(fixture).get(0), Policy.class);
  }

  @Nested
  class Samples {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_sparse_200.json",
          "policies/GET_policies_three-types_200.json",
          "policies/GET_policies_with-projects_200.json",
          "policies/GET_{name}_200.json",
          "policies/GET_{name}_array-of-one_200.json",
          "policies/GET_{name}_cvss-range-numbers_200.json",
          "policies/GET_{name}_package-and-exposure_200.json",
          "policies/GET_{name}_nulls_200.json",
          "policies/GET_{name}_risk-of-any-sign_200.json",
          "policies/POST_policies_request.json"
        })
    void areKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      for (JsonNode json : each(fixture)) {
        Policy policy = RoundTrip.read(json, Policy.class);

        ExtrasWalker walker = ExtrasWalker.over(policy);
        assertThat(walker.unknown()).isEmpty();
        assertThat(walker.visited()).isGreaterThan(2);
        assertThat(Fixtures.withoutEmpty(RoundTrip.write(policy)))
            .isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(policy.toBuilder().build()).isEqualTo(policy);
      }
    }

    @Test
    void withScoresAsTextsAreReadAsNumbers() {
      JsonNode json = Fixtures.json("policies/GET_{name}_cvss-range-strings_200.json");
      Policy policy = RoundTrip.read(json, Policy.class);

      CvssRange range =
          policy.rules().get(0).criteria().orElseThrow().cvssRange().orElseThrow();
      assertThat(range.lowest().flatMap(CvssScore::value)).hasValue(new BigDecimal("6.3"));
      assertThat(range.highest().flatMap(CvssScore::value)).hasValue(new BigDecimal("9.0"));
      assertThat(ExtrasWalker.over(policy).unknown()).isEmpty();
      assertThat(RoundTrip.numbersAsTexts(RoundTrip.write(policy)))
          .isEqualTo(RoundTrip.numbersAsTexts(json));
    }

    @Test
    void ofTheArticleIsReadFieldByField() {
      Policy policy = first("policies/GET_policies_200.json");

      assertThat(policy.name()).isEqualTo("Test_policy");
      assertThat(policy.type()).hasValue(PolicyType.SECURITY);
      assertThat(policy.author()).hasValue("admin");
      assertThat(policy.created().orElseThrow().wire()).isEqualTo("2025-04-17T09:08:14.507Z");
      Rule rule = policy.rules().get(0);
      assertThat(rule.name()).isEqualTo("block_downloads");
      assertThat(rule.priority()).hasValue(1);
      BlockDownload block = rule.actions().orElseThrow().blockDownload().orElseThrow();
      assertThat(block.active()).hasValue(true);
      assertThat(block.unscanned()).hasValue(true);
      Criteria criteria = rule.criteria().orElseThrow();
      assertThat(criteria.minSeverity()).hasValue(Severity.ALL);
      assertThat(criteria.fixVersionDependant()).hasValue(false);
      assertThat(criteria.maliciousPackage()).hasValue(false);
    }

    @Test
    void withNullsAreReadAsAbsent() {
      Policy policy = first("policies/GET_{name}_nulls_200.json");

      assertThat(policy.description()).isEmpty();
      assertThat(policy.watches()).isEmpty();
      assertThat(policy.modified()).isEmpty();
      assertThat(policy.rules()).hasSize(2);
      assertThat(policy.rules().get(1).actions()).isEmpty();
      assertThat(policy.rules().get(0).actions().orElseThrow().mails()).isEmpty();
    }

    @Test
    void ofTheFutureKeepTheirUnknownFields() {
      JsonNode json = Fixtures.json("policies/GET_{name}_unknown-fields_200.json");
      Policy policy = RoundTrip.read(json, Policy.class);

      assertThat(ExtrasWalker.over(policy).unknown())
          .containsOnlyKeys(
              "$.schema_revision",
              "$.labels",
              "$.rules[0].enabled",
              "$.rules[0].criteria.ai_model",
              "$.rules[0].actions.blockDownload.mode",
              "$.rules[0].actions.quarantine");
      assertThat(RoundTrip.write(policy)).isEqualTo(json);
      assertThat(policy.type()).hasValue(PolicyType.of("model_risk"));
    }
  }

  @Nested
  class TheUnforeseen {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_three-types_200.json",
          "policies/GET_{name}_package-and-exposure_200.json",
          "policies/GET_{name}_cvss-range-numbers_200.json"
        })
    void inMembersOfEveryObjectSurvives(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownMembers(plain);

        JsonNode written = RoundTrip.write(RoundTrip.read(json, Policy.class));

        assertThat(Fixtures.withoutEmpty(written)).isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(written.path("x_after")).isEqualTo(json.path("x_after"));
        assertThat(written.at("/rules/0/x_after")).isEqualTo(json.path("x_after"));
        assertThat(written.at("/rules/0/criteria/x_after")).isEqualTo(json.path("x_after"));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_three-types_200.json",
          "policies/GET_{name}_package-and-exposure_200.json"
        })
    void inEveryTextSurvives(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownTexts(plain);

        assertThat(Fixtures.withoutEmpty(RoundTrip.write(RoundTrip.read(json, Policy.class))))
            .isEqualTo(Fixtures.withoutEmpty(json));
      }
    }

    @Test
    void inNumbersKeepsItsDigits() {
      JsonNode json = Fixtures.parse("{\"name\":\"n\",\"x\":2.50,\"y\":1E400,"
          + "\"z\":123456789012345678901234567890,\"rules\":[{\"name\":\"r\",\"criteria\":"
          + "{\"cvss_range\":{\"from\":7,\"to\":10.0}}}]}");

      assertThat(RoundTrip.write(RoundTrip.read(json, Policy.class))).isEqualTo(json);
    }

    @Test
    void inListsLosesItsNullsOnly() {
      JsonNode json = Fixtures.parse(
          "{\"name\":\"n\",\"watches\":[\"a\",null,\"b\"],\"rules\":[null,{\"name\":\"r\"}]}");

      Policy policy = RoundTrip.read(json, Policy.class);

      assertThat(policy.watches()).containsExactly("a", "b");
      assertThat(policy.rules()).hasSize(1);
    }
  }

  @Nested
  class RulesByPriority {
    @Test
    void putTheLowestNumberFirst() {
      Policy policy = first("policies/GET_policies_three-types_200.json");

      assertThat(policy.rules()).extracting(Rule::name).containsExactly("low-notify", "high-block");
      assertThat(policy.rulesByPriority())
          .extracting(Rule::name)
          .containsExactly("high-block", "low-notify");
    }

    @Test
    void putRulesWithoutANumberLast() {
      Policy policy = RoundTrip.read(
          Fixtures.parse(
              "{\"name\":\"n\",\"rules\":[{\"name\":\"a\"},{\"name\":\"b\",\"priority\":9}]}"),
          Policy.class);

      assertThat(policy.rulesByPriority()).extracting(Rule::name).containsExactly("b", "a");
    }
  }
}
