package io.github.xrayclient.diagnostics.migration.check;

import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the file of a condition. */
class CheckedConditionTest {
  @TempDir
  Path folder;

  private EditedFile condition(String param, String value) {
    return EditedFile.of(
        folder,
        ObjectKind.CONDITIONS,
        "{'name':'c','condition_template_id':'T','param_values':[{'param_id':'" + param
            + "','value':" + value + "}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "vulnerability_cvss_score_range | [9, 10]",
        "vulnerability_cvss_score | 7.5",
        "package_age_days | 0",
        "apply_only_if_fix_is_available | false",
        "list_of_labels | ['a']",
        "list_of_scorecard_checks | [{'checkName':'Fuzzing','checkValue':5}]",
        "epss | {'field_name':'percentile','value':90.5}",
        "package_versions | ['[3.6.1]']",
        "package_versions | {'gte':'2.0','lt':'3.0'}",
        "package_versions | [{'any':''}]",
        "package_type | 'Unheard'",
        "future_param | {'x':[1]}"
      })
  void nothingIsFoundInAValidCondition(String param, String value) {
    condition(param, value).hasNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "vulnerability_cvss_score_range | [9] | two numbers between 0 and 10",
        "vulnerability_cvss_score_range | [9, 7] | the lower one first",
        "vulnerability_cvss_score_range | [7, 11] | between 0 and 10",
        "vulnerability_cvss_score | 11 | between 0 and 10",
        "package_versions | {'from':'1'} | ranges of versions"
      })
  void refusedValuesAreFound(String param, String value, String words) {
    condition(param, value).hasOnly(Kind.REFUSED, "param_values[" + param + "].value", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "package_age_days | 'seven' | a whole number",
        "apply_only_if_fix_is_available | 'yes' | true or false",
        "list_of_package_licenses | 'MIT' | a list of texts",
        "list_of_labels | [] | a list of texts",
        "cve_name | ['CVE-2021-1'] | a text",
        "list_of_scorecard_checks | {'Fuzzing':5} | a list of objects"
      })
  void wrongTypesAreFound(String param, String value, String type) {
    condition(param, value)
        .hasOnly(Kind.WRONG_TYPE, "param_values[" + param + "].value", "must be " + type);
  }

  @Test
  void unknownWordsAreFound() {
    condition("epss", "{'field_name':'scores','value':0.5}")
        .hasUnknown("param_values[epss].value.field_name", "score", "percentile");
  }

  @Test
  void misspelledFieldsAreFound() {
    condition("package_age_days", "7")
        .rename("/param_values", "param_value")
        .hasMisspelled("param_value", "param_values");
    condition("package_age_days", "7")
        .rename("/condition_template_id", "conditionTemplateId")
        .hasMisspelled("conditionTemplateId", "condition_template_id");
    condition("list_of_scorecard_checks", "[{'check_name':'Fuzzing','checkValue':5}]")
        .hasMisspelled("param_values[list_of_scorecard_checks].value[0].check_name", "checkName");
  }

  @Test
  void parametersThatAreNoListAreFound() {
    condition("package_age_days", "7")
        .set("/param_values", "{'package_age_days':7}")
        .hasOnly(Kind.WRONG_TYPE, "param_values", "a list of objects");
  }
}
