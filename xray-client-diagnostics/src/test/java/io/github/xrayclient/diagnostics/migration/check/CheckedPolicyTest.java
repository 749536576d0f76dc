package io.github.xrayclient.diagnostics.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the file of a policy. */
class CheckedPolicyTest {
  private static final String[] SEVERITIES = {"All severities", "Critical", "High", "Medium", "Low"
  };

  @TempDir
  Path folder;

  private EditedFile policy(String type, String criteria) {
    return EditedFile.of(
        folder,
        ObjectKind.POLICIES,
        "{'name':'p','type':'" + type + "','description':'d','rules':[{'name':'r','priority':1,"
            + "'criteria':" + criteria + ",'actions':{'mails':['a@acme.example'],"
            + "'block_download':{'active':true,'unscanned':false}}}]}");
  }

  private EditedFile policy() {
    return policy("security", "{'min_severity':'High'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "security | {'min_severity':'all severities','malicious_package':false}",
        "security | {'min_severity':'unknown'}",
        "security | {'cvss_range':{'to':3.9}}",
        "security | {'exposures':{'min_severity':'All severities','secrets':true}}",
        "security | {}",
        "license | {'allow_licenses':['MIT'],'allow_unknown':false}",
        "operational_risk | {'op_risk_min_risk':'high'}",
        "operational_risk | {'op_risk_custom':{'use_and_condition':true,'is_eol':true,'risk':'Low'}}"
      })
  void nothingIsFoundInAValidPolicy(String type, String criteria) {
    policy(type, criteria).hasNothing();
  }

  @Test
  void unknownWordsAreFound() {
    policy()
        .set("/type", "'securty'")
        .hasUnknown("type", "security", "license", "operational_risk");
    policy("security", "{'min_severity':'Normal'}")
        .hasUnknown("rules[r].criteria.min_severity", SEVERITIES);
    policy("security", "{'exposures':{'min_severity':'Severe'}}")
        .hasUnknown("rules[r].criteria.exposures.min_severity", SEVERITIES);
    policy("security", "{'sast':{'min_severity':'All severities'}}")
        .hasUnknown("rules[r].criteria.sast.min_severity", "Critical", "High", "Medium", "Low");
    policy("license", "{'banned_licenses':['GPL-3.0']}")
        .set("/rules/0/actions/custom_severity", "'Heigh'")
        .hasUnknown("rules[r].actions.custom_severity", "Critical", "High", "Medium", "Low");
    policy("operational_risk", "{'op_risk_min_risk':'Critical'}")
        .hasUnknown("rules[r].criteria.op_risk_min_risk", "High", "Medium", "Low");
    policy("operational_risk", "{'op_risk_custom':{'is_eol':true,'risk':'huge'}}")
        .hasUnknown("rules[r].criteria.op_risk_custom.risk", "High", "Medium", "Low");
  }

  /** The only word that servers refuse in another case. */
  @Test
  void aTypeInUpperCaseIsFound() {
    policy("Operational_Risk", "{'op_risk_min_risk':'high'}")
        .hasUnknown("type", "security", "license", "operational_risk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/type | - | type | one of security, license, operational_risk",
        "/rules | - | rules | add at least one rule",
        "/rules | [] | rules | add at least one rule",
        "/rules/0/name | ' ' | rules[].name | a name of its own"
      })
  void missingFieldsAreFound(String pointer, String value, String field, String words) {
    policy().set(pointer, value).hasOnly(Kind.MISSING, field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "security | {'min_severity':'High','cvss_range':{'from':7,'to':10}} | rules[r].criteria"
            + " | min_severity and cvss_range exclude each other",
        "security | {'package_name':'a'} | rules[r].criteria.package_type | need each other",
        "security | {'malicious_package':true,'fix_version_dependant':true}"
            + " | rules[r].criteria.fix_version_dependant | cannot be combined",
        "license | {'allowed_licenses':['MIT'],'banned_licenses':['GPL-3.0']} | rules[r].criteria"
            + " | exclude each other",
        "license | {'allow_unknown':true} | rules[r].criteria | needs allowed_licenses or",
        "license | {'banned_licenses':['GPL-3.0'],'min_severity':'High'}"
            + " | rules[r].criteria.min_severity | belongs to policies of type security",
        "operational_risk | {'op_risk_min_risk':'high','op_risk_custom':{'is_eol':true}}"
            + " | rules[r].criteria | exclude each other"
      })
  void contradictoryCriteriaAreFound(String type, String criteria, String field, String words) {
    policy(type, criteria).hasOnly(Kind.REFUSED, field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/rules/0/priority | 0 | rules[r].priority | must be 1 or more",
        "/rules/0/criteria | - | rules[r].criteria | set what the rule matches",
        "/rules/0/actions/build_failure_grace_period_in_days | 3"
            + " | rules[r].actions.build_failure_grace_period_in_days | needs fail_build",
        "/rules/0/actions/block_download | {'unscanned':true}"
            + " | rules[r].actions.block_download.unscanned | needs block_download.active",
        "/rules | [{'name':'r','criteria':{'min_severity':'Low'}},{'name':'r','criteria':{"
            + "'min_severity':'High'}}] | rules[r].name | two rules with the name"
      })
  void refusedRulesAreFound(String pointer, String value, String field, String words) {
    policy().set(pointer, value).hasOnly(Kind.REFUSED, field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/rules | 'all' | rules | a list of objects",
        "/rules/0/priority | 'first' | rules[r].priority | a whole number",
        "/rules/0/criteria | ['any'] | rules[r].criteria | an object",
        "/rules/0/criteria/min_severity | {'a':1} | rules[r].criteria.min_severity | a text",
        "/rules/0/actions/mails | {'to':'a'} | rules[r].actions.mails | a list of texts",
        "/rules/0/actions/block_download/active | 'yes please'"
            + " | rules[r].actions.block_download.active | true or false",
        "/description | {'en':'d'} | description | a text"
      })
  void wrongTypesAreFound(String pointer, String value, String field, String type) {
    policy().set(pointer, value).hasOnly(Kind.WRONG_TYPE, field, "must be " + type);
  }

  @ParameterizedTest
  @CsvSource({
    "/rules, rule, rule, rules",
    "/rules/0/criteria, critera, rules[r].critera, criteria",
    "/rules/0/criteria/min_severity, minSeverity, rules[r].criteria.minSeverity, min_severity",
    "/rules/0/actions, action, rules[r].action, actions",
    "/rules/0/actions/block_download, block_downlaod, rules[r].actions.block_downlaod, block_download",
    "/rules/0/actions/block_download/active, actve, rules[r].actions.block_download.actve, active"
  })
  void misspelledFieldsAreFound(String pointer, String name, String field, String meant) {
    policy().rename(pointer, name).hasMisspelled(field, meant);
  }

  @Test
  void otherUnknownFieldsAreKept() {
    policy()
        .set("/labels", "{'tier':'gold'}")
        .set("/rules/0/enabled", "true")
        .set("/rules/0/criteria/ai_model", "{'provider':'any'}")
        .set("/rules/0/actions/quarantine", "{'active':true}")
        .hasNothing();
  }

  @Test
  void allFindingsAreReportedTogether() {
    EditedFile policy = policy()
        .set("/type", "'securty'")
        .set("/rules/0/priority", "0")
        .set("/rules/0/criteria/min_severity", "'Heigh'")
        .set("/rules/0/criteria/malicious_package", "true")
        .set("/rules/0/actions/build_failure_grace_period_in_days", "3")
        .rename("/rules/0/actions/mails", "mials");

    assertThat(policy.read().check())
        .extracting(SnapshotFinding::field)
        .containsExactlyInAnyOrder(
            "type",
            "rules[r].priority",
            "rules[r].criteria.min_severity",
            "rules[r].criteria",
            "rules[r].actions.build_failure_grace_period_in_days",
            "rules[r].actions.mials");
  }
}
