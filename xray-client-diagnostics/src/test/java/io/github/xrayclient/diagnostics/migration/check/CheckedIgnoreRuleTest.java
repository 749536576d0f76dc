package io.github.xrayclient.diagnostics.migration.check;

import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the file of an ignore rule. */
class CheckedIgnoreRuleTest {
  @TempDir
  Path folder;

  private EditedFile rule(String filters) {
    return EditedFile.of(
        folder,
        ObjectKind.IGNORE_RULES,
        "{'notes':'not reachable','expires_at':'2035-01-01T00:00:00Z','ignore_filters':" + filters
            + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'cves':['CVE-2021-1'],'watches':['w'],'docker-layers':['sha256:aa']}",
        "{'vulnerabilities':['any'],'release-bundles':[{'name':'rb'}]}",
        "{'operational_risk':['any'],'components':[{'name':'npm://a','version':'1'}]}",
        "{'licenses':['GPL-3.0'],'artifacts':[{'name':'a','path':''}]}",
        "{'future_filter':['x']}"
      })
  void nothingIsFoundInAValidRule(String filters) {
    rule(filters).hasNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'watches':['w']} | ignore_filters | no filter says what is ignored",
        "{'cves':['a'],'licenses':['b']} | ignore_filters.licenses | exclude each other",
        "{'cves':['a'],'exposures':{'scanners':['EXP-1']}} | ignore_filters.exposures | exclude",
        "{'operational_risk':['high']} | ignore_filters.operational_risk | must be",
        "{'cves':['a'],'watches':['']} | ignore_filters.watches[0] | must not be blank",
        "{'cves':['a'],'projects':['p'],'builds':[{'name':'b'}]} | ignore_filters.builds[0].project | project",
        "{'cves':['a'],'components':[{'name':'lodash'}]} | ignore_filters.components[0].name | npm://lodash",
        "{'cves':['a'],'artifacts':[{'version':'1'}]} | ignore_filters.artifacts[0].name | no name"
      })
  void refusedFiltersAreFound(String filters, String field, String words) {
    rule(filters).hasOnly(Kind.REFUSED, field, words);
  }

  @Test
  void missingFieldsAreFound() {
    rule("{'cves':['a']}").set("/notes", "' '").hasOnly(Kind.MISSING, "notes", "say why");
    rule("{}").hasOnly(Kind.MISSING, "ignore_filters", "at least one filter");
    rule("{}").set("/ignore_filters", "-").hasOnly(Kind.MISSING, "ignore_filters", "filter");
  }

  @Test
  void anExpiryThatIsNoTimeIsFound() {
    rule("{'cves':['a']}")
        .set("/expires_at", "'next year'")
        .hasOnly(Kind.REFUSED, "expires_at", "must be a time");
  }

  @Test
  void unknownWordsAreFound() {
    rule("{'exposures':{'categories':['secret']}}")
        .hasUnknown(
            "ignore_filters.exposures.categories[secret]",
            "secrets",
            "services",
            "applications",
            "iac",
            "malicious_code");
  }

  @Test
  void wrongTypesAreFound() {
    rule("{'cves':'CVE-2021-1'}")
        .set("/ignore_filters/licenses", "['MIT']")
        .hasOnly(Kind.WRONG_TYPE, "ignore_filters.cves", "a list of texts");
  }

  @Test
  void misspelledFieldsAreFound() {
    rule("{'cves':['a'],'watchs':['w']}").hasMisspelled("ignore_filters.watchs", "watches");
    rule("{'cves':['a']}")
        .rename("/expires_at", "expiresAt")
        .hasMisspelled("expiresAt", "expires_at");
  }
}
