package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is sent, for drafts and updates alike. */
class PolicyChecksTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static Rule rule(String criteria, String actions) {
    String text = "{'name':'r1','criteria':{" + criteria + "},'actions':{" + actions + "}}";
    return RoundTrip.read(json(text), Rule.class);
  }

  private static PolicyDraft.Builder draft(String type, Rule rule) {
    return PolicyDraft.named("p", PolicyType.of(type)).addRule(rule);
  }

  private static PolicyUpdate.Builder update(String type, Rule rule) {
    JsonNode old = json("{'name':'p','type':'" + type + "','rules':[{'name':'old'}]}");
    return PolicyUpdate.of(RoundTrip.read(old, Policy.class)).addRule(rule);
  }

  private static void refuses(String type, Rule rule, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(type, rule).build())
        .satisfies(e -> assertThat(e.getMessage()).contains(words).contains("unchecked()"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update(type, rule).build())
        .satisfies(e -> assertThat(e.getMessage()).contains(words).contains("unchecked()"));
    assertThat(RoundTrip.write(draft(type, rule).unchecked().build()).at("/rules/0/criteria"))
        .isEqualTo(RoundTrip.write(rule).path("criteria"));
    assertThat(RoundTrip.write(update(type, rule).unchecked().build()).at("/rules/1/criteria"))
        .isEqualTo(RoundTrip.write(rule).path("criteria"));
  }

  private static void takes(String type, Rule rule) {
    assertThatCode(() -> draft(type, rule).build()).doesNotThrowAnyException();
    assertThatCode(() -> update(type, rule).build()).doesNotThrowAnyException();
  }

  @Nested
  class Selectors {
    private final List<List<String>> all = List.of(
        List.of("min_severity", "'min_severity':'High'"),
        List.of("cvss_range", "'cvss_range':{'from':1,'to':2}"),
        List.of("vulnerability_ids", "'vulnerability_ids':['CVE-2021-44228']"),
        List.of("malicious_package", "'malicious_package':true"),
        List.of("exposures", "'exposures':{'min_severity':'High','secrets':true}"),
        List.of("sast", "'sast':{'min_severity':'High'}"),
        List.of("package_name", "'package_name':'a','package_type':'npm'"));

    @Test
    void excludeEachOther() {
      for (List<String> one : all) {
        takes("security", rule(one.get(1), ""));
        for (List<String> other : all) {
          if (!one.equals(other)) {
            refuses(
                "security",
                rule(one.get(1) + "," + other.get(1), ""),
                "rule \"r1\": criteria",
                one.get(0),
                other.get(0),
                "exclude each other",
                "keep one of them");
          }
        }
      }
    }

    @Test
    void mayStandBesideAFalseMaliciousPackage() {
      for (List<String> one : all) {
        if (!one.get(0).equals("malicious_package")) {
          takes("security", rule("'malicious_package':false," + one.get(1), ""));
        }
      }
    }

    @Test
    void mayStandBesideNullsAndEmptyListsWhichAreNotSent() {
      String others = all.stream()
          .skip(1)
          .map(one -> "'" + one.get(0) + "':null")
          .collect(Collectors.joining(","));
      Rule rule = rule("'min_severity':'High','package_versions':[]," + others, "");

      takes("security", rule);
      assertThat(RoundTrip.write(draft("security", rule).build()).at("/rules/0/criteria"))
          .isEqualTo(json("{'min_severity':'High'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'malicious_package':true", "'package_name':'a','package_type':'npm'"})
    void ofPackagesDoNotGoWithFixVersions(String selector) {
      refuses(
          "security",
          rule("'fix_version_dependant':true," + selector, ""),
          "rule \"r1\": criteria fix_version_dependant",
          "remove it");
      takes("security", rule("'fix_version_dependant':false," + selector, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'package_name':'a'", "'package_type':'npm'"})
    void ofPackagesNeedNameAndType(String half) {
      refuses(
          "security",
          rule(half, ""),
          "rule \"r1\": criteria package_name and package_type need each other",
          "set both or neither");
    }
  }

  @Nested
  class OtherTypes {
    @Test
    void allowOrBanLicenses() {
      refuses(
          "license",
          rule("'allowed_licenses':['MIT'],'banned_licenses':['GPL-3.0']", ""),
          "rule \"r1\": criteria allowed_licenses and banned_licenses exclude each other",
          "keep one");
      takes("license", rule("'allowed_licenses':['MIT'],'banned_licenses':[]", ""));
      takes("license", rule("'banned_licenses':['MIT'],'allow_unknown':false", ""));
    }

    @Test
    void haveAMinimumOrACustomRisk() {
      refuses(
          "operational_risk",
          rule("'op_risk_min_risk':'High','op_risk_custom':{'is_eol':true}", ""),
          "rule \"r1\": criteria op_risk_min_risk and op_risk_custom exclude each other",
          "keep one");
      takes("operational_risk", rule("'op_risk_min_risk':'high'", ""));
      takes("operational_risk", rule("'op_risk_custom':{'use_and_condition':false}", ""));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "security|license|allowed_licenses|['MIT']",
          "security|license|banned_licenses|['MIT']",
          "security|license|allow_unknown|true",
          "security|license|multi_license_permissive|true",
          "security|operational_risk|op_risk_min_risk|\"High\"",
          "security|operational_risk|op_risk_custom|{'is_eol':true}",
          "license|security|min_severity|\"High\"",
          "license|security|cvss_range|{'from':1}",
          "license|security|vulnerability_ids|['CVE-1']",
          "license|security|malicious_package|true",
          "license|security|exposures|{'iac':true}",
          "license|security|sast|{'min_severity':'Low'}",
          "license|security|package_type|\"npm\"",
          "license|security|package_versions|['1']",
          "license|security|fix_version_dependant|true",
          "license|security|applicable_cves_only|true",
          "operational_risk|security|min_severity|\"High\"",
          "operational_risk|license|banned_licenses|['MIT']",
          "license|operational_risk|op_risk_min_risk|\"High\""
        })
    void takeNoFieldsOfAnother(String type, String owner, String field, String value) {
      refuses(
          type,
          rule("'" + field + "':" + value, ""),
          "rule \"r1\": criteria " + field + " belongs to policies of type " + owner + ", not "
              + type,
          "remove it");
    }

    @Test
    void thatAreNewTakeAnyFields() {
      takes("model_risk", rule("'min_severity':'High','banned_licenses':['MIT']", ""));
    }
  }

  @Nested
  class CustomRisks {
    @Test
    void wantAllSignsOrOneOfThem() {
      refuses(
          "operational_risk",
          rule("'op_risk_custom':{'use_and_condition':true,'use_or_condition':true}", ""),
          "op_risk_custom.use_and_condition and op_risk_custom.use_or_condition exclude each other");
      takes(
          "operational_risk",
          rule("'op_risk_custom':{'use_and_condition':false,'use_or_condition':true}", ""));
      takes(
          "operational_risk",
          rule("'op_risk_custom':{'use_and_condition':true,'use_or_condition':false}", ""));
    }
  }

  @Nested
  class ActionFields {
    @ParameterizedTest
    @ValueSource(strings = {"", "'fail_build':false,"})
    void graceOfABuildNeedsItsFailure(String failBuild) {
      refuses(
          "security",
          rule("'min_severity':'High'", failBuild + "'build_failure_grace_period_in_days':1"),
          "rule \"r1\": build_failure_grace_period_in_days needs fail_build",
          "set fail_build to true, too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'active':false,"})
    void blockingTheUnscannedNeedsBlocking(String active) {
      refuses(
          "license",
          rule("'banned_licenses':['MIT']", "'block_download':{" + active + "'unscanned':true}"),
          "rule \"r1\": block_download.unscanned needs block_download.active",
          "set active to true, too");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'fail_build':true,'build_failure_grace_period_in_days':1",
          "'build_failure_grace_period_in_days':0",
          "'block_download':{'active':true,'unscanned':true}",
          "'block_download':{'unscanned':false}",
          "'block_download':{}"
        })
    void thatFitAreTaken(String actions) {
      takes("security", rule("'min_severity':'High'", actions));
    }
  }

  @Nested
  class Rules {
    @Test
    void mustBeThere() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyDraft.named("p", PolicyType.SECURITY).build())
          .withMessageContaining("rules is empty");
      assertThatCode(
              () -> PolicyDraft.named("p", PolicyType.SECURITY).unchecked().build())
          .doesNotThrowAnyException();
      PolicyUpdate.Builder none =
          update("security", rule("", "")).dropRule("r1").dropRule("old");
      assertThatIllegalArgumentException()
          .isThrownBy(none::build)
          .withMessageContaining("rules is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'rules':[]", ",'rules':null"})
    void mayBeMissingInAPolicyThatWasReadWithoutThem(String rules) {
      Policy bare = RoundTrip.read(
          json("{'name':'p','type':'security','project_key':''" + rules + "}"), Policy.class);

      PolicyUpdate update = PolicyUpdate.of(bare).description("d").build();

      assertThat(RoundTrip.write(update))
          .isEqualTo(json("{'name':'p','type':'security','description':'d','rules':[]}"));
    }

    @Test
    void haveNamesOfTheirOwn() {
      Rule rule = rule("'min_severity':'High'", "");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft("security", rule).addRule(rule).build())
          .withMessageContaining(
              "rules has two rules with the name \"r1\"; give each rule a name of its own");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update("security", rule).addRule(rule).build())
          .withMessageContaining(
              "rules has two rules with the name \"r1\"; give each rule a name of its own");
      assertThat(
              RoundTrip.write(draft("security", rule).addRule(rule).unchecked().build())
                  .path("rules"))
          .hasSize(2);
    }

    @Test
    void haveANameCriteriaAndAPositivePriority() {
      Rule fine = rule("'min_severity':'High'", "");

      refuses(
          "security", fine.toBuilder().priority(0).build(), "rule \"r1\": priority", "1 or more");
      refuses(
          "security",
          Rule.builder().name("r1").build(),
          "rule \"r1\": criteria is missing",
          "set what the rule matches");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> draft("security", fine.toBuilder().name(" ").build()).build())
          .withMessageContaining("rules.name must not be blank");
    }

    @Test
    void asTheyWereReadAreCarriedUnchecked() {
      JsonNode json = json("{'name':'p','type':'license','rules':[{'name':'odd','priority':-1,"
          + "'criteria':{'min_severity':'High','cvss_range':{'from':1},'package_name':'x'},"
          + "'actions':{'block_download':{'unscanned':true}}},{'name':'bare','actions':{}}]}");
      Policy policy = RoundTrip.read(json, Policy.class);

      assertThat(
              RoundTrip.write(PolicyUpdate.of(policy).description("d").build()).path("rules"))
          .isEqualTo(json.path("rules"));
      PolicyUpdate.Builder touched = PolicyUpdate.of(policy)
          .changeRule("odd", rule -> rule.toBuilder().priority(1).build());
      assertThatIllegalArgumentException()
          .isThrownBy(touched::build)
          .withMessageStartingWith("policy \"p\": rule \"odd\": ");
      assertThat(Stream.of(touched.unchecked().build().changed().rules().get(0).priority()))
          .hasSize(1);
    }
  }
}
