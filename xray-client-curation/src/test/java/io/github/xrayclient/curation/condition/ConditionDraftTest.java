package io.github.xrayclient.curation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionDraftTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static JsonNode body(String template, String params) {
    return json(
        "{'name':'n','condition_template_id':'" + template + "','param_values':[" + params + "]}");
  }

  @Nested
  class Factories {
    @Test
    void makeTheSampleRequest() {
      ConditionDraft draft = ConditionDraft.packageVersions(
              "ban acme-widgets 3.6.1",
              PackageType.NPM,
              "acme-widgets",
              VersionRange.exactly("3.6.1"))
          .build();

      assertThat(RoundTrip.write(draft))
          .isEqualTo(Fixtures.json("conditions/POST_conditions_request.json"));
    }

    @Test
    void makeAConditionOfATemplateWithoutParameters() {
      assertThat(RoundTrip.write(ConditionDraft.named("n", "isMalicious").build()))
          .isEqualTo(body("isMalicious", ""));
    }

    @ParameterizedTest
    @CsvSource({"7.0,8.9", "0.0,10.0", "9.5,9.5"})
    void makeARangeOfScores(double from, double to) {
      assertThat(RoundTrip.write(ConditionDraft.cvssRange("n", from, to).build()))
          .isEqualTo(body(
              "CVECVSSRange",
              "{'param_id':'vulnerability_cvss_score_range','value':[" + from + "," + to + "]}"));
    }

    @Test
    void makeLists() {
      assertThat(RoundTrip.write(
              ConditionDraft.bannedLabels("n", List.of("a", "b")).build()))
          .isEqualTo(body("BannedLabels", "{'param_id':'list_of_labels','value':['a','b']}"));
      assertThat(RoundTrip.write(ConditionDraft.allowedLabels("n", List.of("a")).build()))
          .isEqualTo(body("AllowedLabels", "{'param_id':'list_of_labels','value':['a']}"));
      assertThat(RoundTrip.write(
              ConditionDraft.bannedLicenses("n", List.of("GPL-3.0")).build()))
          .isEqualTo(body(
              "BannedLicenses", "{'param_id':'list_of_package_licenses','value':['GPL-3.0']}"));
      assertThat(RoundTrip.write(ConditionDraft.allowedLicenses("n", List.of("MIT"))
              .permissiveWithSeveralLicenses()
              .build()))
          .isEqualTo(body(
              "AllowedLicenses",
              "{'param_id':'list_of_package_licenses','value':['MIT']},"
                  + "{'param_id':'multiple_license_permissive_approach','value':true}"));
    }

    @Test
    void makeACveAndAnAge() {
      assertThat(RoundTrip.write(ConditionDraft.cve("n", "CVE-2021-44228").build()))
          .isEqualTo(body("CVEName", "{'param_id':'cve_name','value':'CVE-2021-44228'}"));
      assertThat(RoundTrip.write(ConditionDraft.immature("n", 14).build()))
          .isEqualTo(body("isImmature", "{'param_id':'package_age_days','value':14}"));
    }

    @Test
    void makeAScorecard() {
      Map<String, Double> checks = new LinkedHashMap<>();
      checks.put("Aggregated score", 4.5);
      checks.put("Maintained", 3.0);

      JsonNode body = RoundTrip.write(ConditionDraft.openSsf("n", checks, false).build());

      assertThat(body.at("/param_values/1"))
          .isEqualTo(json("{'param_id':'block_in_case_check_value_is_missing','value':false}"));
      JsonNode list = body.at("/param_values/0/value");
      assertThat(list.findValuesAsText("checkName"))
          .containsExactly("Aggregated score", "Maintained");
      assertThat(list.at("/0/checkValue").decimalValue()).isEqualByComparingTo("4.5");
      assertThat(list.at("/1/checkValue").decimalValue()).isEqualByComparingTo("3");
    }
  }

  @Nested
  class Copies {
    private final ConditionDraft draft = ConditionDraft.cvssRange("n", 9, 10).build();

    @Test
    void haveMoreParametersAndLeaveTheFirstAlone() {
      JsonNode before = RoundTrip.write(draft);

      JsonNode more = RoundTrip.write(
          draft.toBuilder().onlyIfFixAvailable().notForExistingVulnerabilities().build());

      assertThat(more)
          .isEqualTo(body(
              "CVECVSSRange",
              "{'param_id':'vulnerability_cvss_score_range','value':[9.0,10.0]},"
                  + "{'param_id':'apply_only_if_fix_is_available','value':true},"
                  + "{'param_id':'do_not_apply_for_already_existing_vulnerabilities',"
                  + "'value':true}"));
      assertThat(RoundTrip.write(draft)).isEqualTo(before);
    }

    @Test
    void haveAParameterOnce() {
      assertThat(RoundTrip.write(
              ConditionDraft.cve("n", "CVE-1").param("cve_name", "CVE-2").build()))
          .isEqualTo(body("CVEName", "{'param_id':'cve_name','value':'CVE-2'}"));
    }

    @Test
    void haveAParameterLess() {
      assertThat(RoundTrip.write(draft.toBuilder()
              .withoutParam("vulnerability_cvss_score_range")
              .withoutParam("none")
              .build()))
          .isEqualTo(body("CVECVSSRange", ""));
    }

    @Test
    void haveAnotherName() {
      assertThat(draft.toBuilder().name("m").build().name()).isEqualTo("m");
      assertThat(RoundTrip.write(draft.toBuilder().name("m").name("n").build()))
          .isEqualTo(RoundTrip.write(draft));
      assertThat(draft.name()).isEqualTo("n");
    }

    @Test
    void takeAnyJson() {
      JsonNode epss = json("{'field_name':'percentile','value':95.50}");

      assertThat(
              RoundTrip.write(draft.toBuilder().param("epss", epss).build()).at("/param_values/1"))
          .isEqualTo(json("{'param_id':'epss','value':{'field_name':'percentile','value':95.50}}"));
    }
  }

  @Nested
  class Refuses {
    private void refused(String argument, Runnable factory) {
      assertThatIllegalArgumentException().isThrownBy(factory::run).withMessageContaining(argument);
    }

    @ParameterizedTest
    @CsvSource({"-0.1,5", "5,10.1", "6,5", "NaN,5", "5,NaN", "0,Infinity"})
    void aRangeThatIsNone(double from, double to) {
      refused(
          "from and to must be between 0 and 10",
          () -> ConditionDraft.cvssRange("n", from, to).build());
    }

    @Test
    void whatIsBlankOrEmpty() {
      refused("name", () -> ConditionDraft.named(" ", "isMalicious").build());
      refused("templateId", () -> ConditionDraft.named("n", "").build());
      refused("name", () -> ConditionDraft.named("n", "x").name(""));
      refused("cve", () -> ConditionDraft.cve("n", " ").build());
      refused("labels", () -> ConditionDraft.bannedLabels("n", List.of()).build());
      refused("labels", () -> ConditionDraft.allowedLabels("n", List.of("")).build());
      refused("licenses", () -> ConditionDraft.bannedLicenses("n", List.of()).build());
      refused(
          "licenses",
          () -> ConditionDraft.allowedLicenses("n", List.of("MIT", "")).build());
      refused("days", () -> ConditionDraft.immature("n", -1).build());
      refused("checks", () -> ConditionDraft.openSsf("n", Map.of(), true).build());
      refused(
          "checks", () -> ConditionDraft.openSsf("n", Map.of(" ", 1.0), true).build());
      refused(
          "versions",
          () -> ConditionDraft.packageVersions("n", PackageType.NPM, "p").build());
      refused(
          "packageName",
          () -> ConditionDraft.packageVersions("n", PackageType.NPM, "", VersionRange.any())
              .build());
      refused(
          "type",
          () -> ConditionDraft.packageVersions("n", PackageType.of(""), "p", VersionRange.any())
              .build());
      refused("paramId", () -> ConditionDraft.named("n", "x").param("", "value"));
    }
  }
}
