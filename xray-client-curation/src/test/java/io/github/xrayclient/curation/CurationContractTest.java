package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.audit.AuditAction;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ParamValue;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurationContractTest {
  private static List<JsonNode> each(String fixture) {
    JsonNode json = Fixtures.json(fixture);
    List<JsonNode> objects = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(objects::add);
    } else if (json.has("data")) {
      json.path("data").forEach(objects::add);
    } else if (json.has("conditions")) {
      json.path("conditions").forEach(objects::add);
    } else {
      objects.add(json);
    }
    assertThat(objects).isNotEmpty();
    return objects;
  }

  private static CurationPolicy first(String fixture) {
    return RoundTrip.read(each(fixture).get(0), CurationPolicy.class);
  }

  @Nested
  class Policies {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_page-1_200.json",
          "policies/GET_policies_page-2_200.json",
          "policies/GET_policies_bare-array_200.json",
          "policies/GET_{id}_200.json",
          "policies/PUT_{id}_200.json"
        })
    void ofTheSamplesAreKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      for (JsonNode json : each(fixture)) {
        CurationPolicy policy = RoundTrip.read(json, CurationPolicy.class);

        ExtrasWalker walker = ExtrasWalker.over(policy);
        assertThat(walker.unknown()).isEmpty();
        assertThat(walker.visited()).isGreaterThan(1);
        assertThat(Fixtures.withoutEmpty(RoundTrip.write(policy)))
            .isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(policy.toBuilder().build()).isEqualTo(policy);
      }
    }

    @Test
    void ofTheSampleAreReadFieldByField() {
      CurationPolicy policy = first("policies/GET_policies_200.json");

      assertThat(policy.id()).isEqualTo(CurationPolicyId.of("11"));
      assertThat(policy.createdBy()).hasValue("admin");
      assertThat(policy.updatedBy()).hasValue("admin");
      assertThat(policy.createdAt().orElseThrow().toOffsetDateTime())
          .hasValue(OffsetDateTime.parse("2025-03-12T16:26:10+02:00"));
      assertThat(policy.enabled()).hasValue(true);
      assertThat(policy.scope()).hasValue(CurationScope.ALL_REPOSITORIES);
      assertThat(policy.action()).hasValue(PolicyAction.BLOCK);
      assertThat(policy.conditionId()).hasValue(ConditionId.of("1"));
      assertThat(policy.notifyEmails()).containsExactly("someone@example.com");
      assertThat(policy.decisionOwners()).containsExactly("deciders");
      assertThat(policy.waiverRequestConfig()).hasValue(WaiverRequestConfig.MANUAL);
      Condition condition = policy.condition().orElseThrow();
      assertThat(condition.custom()).hasValue(false);
      assertThat(condition.riskType()).hasValue(RiskType.SECURITY);
      assertThat(condition.supportedPackageTypes())
          .containsExactly(
              PackageType.NPM,
              PackageType.PYPI,
              PackageType.MAVEN,
              PackageType.GO,
              PackageType.NUGET,
              PackageType.CONAN,
              PackageType.GEMS,
              PackageType.GRADLE,
              PackageType.HUGGING_FACE_ML,
              PackageType.DOCKER);
      assertThat(policy.waivers().get(0).packageVersions()).containsExactly("3.7.1");
      assertThat(policy.waivers().get(0).allVersions()).hasValue(false);
      assertThat(policy.waivers().get(1).packageVersions()).isEmpty();
      assertThat(policy.waivers().get(1).allVersions()).hasValue(true);
      assertThat(policy.labelWaivers().get(0).label()).hasValue("Manual");
    }

    @Test
    void ofEachScopeHaveItsList() {
      List<JsonNode> json = each("policies/GET_policies_200.json");

      assertThat(RoundTrip.read(json.get(1), CurationPolicy.class).includedPackageTypes())
          .containsExactly(PackageType.NPM);
      assertThat(RoundTrip.read(json.get(2), CurationPolicy.class).includedRepositories())
          .containsExactly("remote-npm-repo");
      assertThat(RoundTrip.read(json.get(3), CurationPolicy.class).excludedRepositories())
          .containsExactly("remote-npm-no-curation");
    }

    @Test
    void withIdsAsNumbersAreTheSameAsWithTexts() {
      JsonNode json = Fixtures.json("policies/GET_{id}_numeric-ids_200.json");
      CurationPolicy policy = RoundTrip.read(json, CurationPolicy.class);

      assertThat(policy.id()).isEqualTo(CurationPolicyId.of("5"));
      assertThat(policy.conditionId()).hasValue(ConditionId.of(14));
      assertThat(RoundTrip.numbersAsTexts(RoundTrip.write(policy)))
          .isEqualTo(RoundTrip.numbersAsTexts(json));
      assertThat(ExtrasWalker.over(policy).unknown()).isEmpty();
    }

    @Test
    void ofNewerServersKeepWhatIsUnknown() {
      JsonNode json = Fixtures.json("policies/GET_{id}_newer-fields_200.json");
      CurationPolicy policy = RoundTrip.read(json, CurationPolicy.class);

      assertThat(ExtrasWalker.over(policy).unknown()).containsOnlyKeys("$.future_field");
      assertThat(policy.blockFromCache()).hasValue(true);
      assertThat(policy.shareWithFederation()).hasValue(false);
      assertThat(policy.includedGroups()).containsExactly("dev-team");
      assertThat(policy.scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
      assertThat(Fixtures.withoutEmpty(RoundTrip.write(policy)))
          .isEqualTo(Fixtures.withoutEmpty(json));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_page-1_200.json",
          "policies/GET_policies_page-2_200.json"
        })
    void keepUnknownMembersOfEveryObject(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownMembers(plain);

        JsonNode written = RoundTrip.write(RoundTrip.read(json, CurationPolicy.class));

        assertThat(Fixtures.withoutEmpty(written)).isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(written.path("x_after")).isEqualTo(json.path("x_after"));
        assertThat(written.at("/condition/x_after")).isEqualTo(json.path("x_after"));
        for (JsonNode waiver : written.path("waivers")) {
          assertThat(waiver.path("x_after")).isEqualTo(json.path("x_after"));
        }
        for (JsonNode waiver : written.path("label_waivers")) {
          assertThat(waiver.path("x_after")).isEqualTo(json.path("x_after"));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_page-1_200.json",
          "policies/GET_policies_page-2_200.json"
        })
    void keepUnknownValues(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownTexts(plain);

        assertThat(
                Fixtures.withoutEmpty(RoundTrip.write(RoundTrip.read(json, CurationPolicy.class))))
            .isEqualTo(Fixtures.withoutEmpty(json));
      }
    }

    @Test
    void withNothingButIdAndNameAreRead() {
      CurationPolicy policy = RoundTrip.read(
          Fixtures.parse("{\"id\":\"1\",\"name\":\"n\",\"waivers\":null,\"scope\":null,"
              + "\"condition\":null,\"enabled\":null,\"pkg_types_include\":null}"),
          CurationPolicy.class);

      assertThat(policy.waivers()).isEmpty();
      assertThat(policy.enabled()).isEmpty();
      assertThat(policy.scope()).isEmpty();
      assertThat(policy.condition()).isEmpty();
    }
  }

  @Nested
  class ConditionsOfEveryKind {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "conditions/GET_conditions_200.json",
          "conditions/GET_conditions_package-versions_200.json"
        })
    void areKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      for (JsonNode json : each(fixture)) {
        Condition condition = RoundTrip.read(json, Condition.class);

        assertThat(ExtrasWalker.over(condition).unknown()).isEmpty();
        assertThat(RoundTrip.write(condition)).isEqualTo(json);
        assertThat(condition.toBuilder().build()).isEqualTo(condition);
      }
    }

    @Test
    void keepTheDigitsOfTheirParameters() {
      JsonNode json = each("conditions/GET_conditions_200.json").get(2);

      Condition condition = RoundTrip.read(json, Condition.class);

      JsonNode range = condition.paramValues().get(0).value().orElseThrow();
      assertThat(range.get(0).decimalValue()).isEqualTo(new BigDecimal("7.0"));
      assertThat(range.get(1).decimalValue()).isEqualTo(new BigDecimal("8.9"));
    }

    @Test
    void inAnOddEnvelopeAreReadToo() {
      JsonNode json = each("conditions/GET_conditions_odd-wrapper_200.json").get(0);
      Condition condition = RoundTrip.read(json, Condition.class);

      assertThat(condition.id()).isEqualTo(ConditionId.of("14"));
      assertThat(condition.supportedPackageTypes()).isEmpty();
      assertThat(condition.riskType()).hasValue(RiskType.OPERATIONAL);
      assertThat(RoundTrip.numbersAsTexts(RoundTrip.write(condition)))
          .isEqualTo(RoundTrip.numbersAsTexts(Fixtures.withoutEmpty(json)));
    }

    @Test
    void keepUnknownMembersOfEveryObject() {
      for (JsonNode plain : each("conditions/GET_conditions_200.json")) {
        JsonNode json = RoundTrip.withUnknownMembers(plain);

        assertThat(RoundTrip.write(RoundTrip.read(json, Condition.class))).isEqualTo(json);
      }
    }

    @Test
    void keepUnknownValues() {
      for (JsonNode plain : each("conditions/GET_conditions_200.json")) {
        JsonNode json = RoundTrip.withUnknownTexts(plain);

        assertThat(RoundTrip.write(RoundTrip.read(json, Condition.class))).isEqualTo(json);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"[]", "{}", "\"\"", "0", "false", "[null]", "{\"a\":null}", "1.50", "[[]]"})
    void keepAnyValueOfAParameter(String value) {
      JsonNode json = Fixtures.parse("{\"param_id\":\"p\",\"value\":" + value + "}");

      assertThat(RoundTrip.write(RoundTrip.read(json, ParamValue.class))).isEqualTo(json);
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource({"npm,NPM", "PyPI,pypi", "Maven,MAVEN", "HuggingFaceML,huggingfaceml"})
    void forPackageTypesAreComparedWithoutCaseAndKeptAsReceived(String one, String other) {
      assertThat(PackageType.of(one))
          .isEqualTo(PackageType.of(other))
          .hasSameHashCodeAs(PackageType.of(other))
          .hasToString(one);
    }

    @Test
    void ofDifferentKindsAreNeverTheSame() {
      assertThat((Object) PackageWaiverId.of("1")).isNotEqualTo(LabelWaiverId.of("1"));
      assertThat((Object) CurationPolicyId.of("1")).isNotEqualTo(ConditionId.of("1"));
      assertThat(PackageWaiverId.of(1)).isEqualTo(PackageWaiverId.of("1"));
    }

    @Test
    void areComparedWithoutCaseAndKeptAsSpelled() {
      assertThat(PolicyAction.of("Block")).isEqualTo(PolicyAction.BLOCK).hasToString("Block");
      assertThat(CurationScope.of("All_Repos")).isEqualTo(CurationScope.ALL_REPOSITORIES);
      assertThat(WaiverRequestConfig.of("Manual")).isEqualTo(WaiverRequestConfig.MANUAL);
      assertThat(AuditAction.of("Blocked")).isEqualTo(AuditAction.BLOCKED);
      assertThat(RiskType.of("Security")).isEqualTo(RiskType.SECURITY);
    }
  }

  @Nested
  class Requests {
    @Test
    void ofTheSampleAreWhatAnUpdateSends() {
      CurationPolicy policy = RoundTrip.read(
          each("policies/GET_policies_page-1_200.json").get(1), CurationPolicy.class);

      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy)
          .dropWaiver(PackageWaiverId.of("12"))
          .addWaiver(NewPackageWaiver.versions(
              PackageType.NPM, "right-pad", List.of("2.0.0"), "hotfix until June"))
          .blockFromCache(false)
          .build();

      assertThat(RoundTrip.write(update))
          .isEqualTo(Fixtures.json("policies/PUT_{id}_waivers_request.json"));
    }
  }
}
