package io.github.xrayclient.diagnostics.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.policy.Criteria;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'min_severity':'High' | severity High or above",
        "'min_severity':'Critical' | severity Critical",
        "'min_severity':'All severities' | any severity",
        "'min_severity':'High','fix_version_dependant':true | severity High or above, only with a fix",
        "'min_severity':'High','fix_version_dependant':false | severity High or above",
        "'cvss_range':{'from':7.5,'to':10} | CVSS 7.5 to 10.0",
        "'cvss_range':{'from':'7','to':'8.9'} | CVSS 7.0 to 8.9",
        "'cvss_range':{'to':3.9} | CVSS 0.0 to 3.9",
        "'cvss_range':{'from':9} | CVSS 9.0 or above",
        "'cvss_range':{'from':8.25,'to':9} | CVSS 8.25 to 9.0",
        "'vulnerability_ids':['CVE-1','XRAY-2'] | vulnerability CVE-1 or XRAY-2",
        "'malicious_package':true | malicious packages",
        "'min_severity':'Low','applicable_cves_only':true | severity Low or above, applicable CVEs only",
        "'exposures':{'min_severity':'High','secrets':true,'iac':true,'services':false}"
            + " | exposures in secrets or infrastructure as code of severity High or above",
        "'sast':{'min_severity':'Low'} | findings in source code of severity Low or above",
        "'package_name':'left-pad','package_type':'npm','package_versions':['[1,2)','3']"
            + " | package npm left-pad, versions [1,2) or 3",
        "'allowed_licenses':['MIT','ISC'],'allow_unknown':false"
            + " | licenses other than MIT or ISC, unknown licenses",
        "'allow_licenses':['MIT'],'multi_license_permissive':true"
            + " | licenses other than MIT, unless one of several licenses is allowed",
        "'allow_unknown':false | unknown licenses",
        "'banned_licenses':['GPL-3.0','AGPL-3.0'] | licenses GPL-3.0 or AGPL-3.0",
        "'banned_licenses':['GPL-3.0'],'allow_unknown':true | licenses GPL-3.0",
        "'op_risk_min_risk':'Medium' | operational risk Medium or above",
        "'op_risk_custom':{'use_and_condition':true,'is_eol':true,'newer_versions_greater_than':3}"
            + " | operational risk: end of life and more than 3 newer versions",
        "'op_risk_custom':{'use_and_condition':false,'use_or_condition':true,'is_eol':true,"
            + "'commits_less_than':10} | operational risk: end of life or fewer than 10 commits",
        "'op_risk_custom':{'use_or_condition':false,'is_eol':true,'commits_less_than':10}"
            + " | operational risk: end of life and fewer than 10 commits",
        "'min_severity':'','package_name':'','package_type':' ','vulnerability_ids':['','CVE-1']"
            + " | vulnerability CVE-1",
        "'op_risk_min_risk':'','op_risk_custom':{'op_risk_min_risk':'','risk':'High'}"
            + " | operational risk: risk High or above",
        "'op_risk_custom':{'use_and_condition':false,'release_date_greater_than_months':18,"
            + "'release_cadence_per_year_less_than':2,'committers_less_than':3,'risk':'high'}"
            + " | operational risk: risk high or above or released more than 18 months ago or"
            + " fewer than 2 releases a year or fewer than 3 committers",
        "'package_name':'x','package_type':'npm','package_versions':['(,)'] | package npm x",
        "'package_type':'npm' | packages of type npm",
        "'exposures':{'malicious_code':true,'applications':true,'tokens':true}"
            + " | exposures in applications or malicious code, tokens",
        "'min_severity':'unknown' | any severity",
        "'something_new':{'a':1} | something_new",
        "'min_severity':'High','epss':0.5,'kev':true,'old':false,'none':[],'no':null"
            + " | severity High or above, epss 0.5, kev",
        "'sast':{'rules':['r']} | findings in source code, rules"
      })
  void sayWhatARuleMatches(String criteria, String words) throws JsonProcessingException {
    assertThat(CriteriaWords.of(read(criteria))).contains(words);
  }

  @Test
  void areAbsentWithoutCriteria() throws JsonProcessingException {
    assertThat(CriteriaWords.of(read(""))).isEmpty();
  }

  private static Criteria read(String fields) throws JsonProcessingException {
    return XrayClient.jsonMapper().readValue("{" + fields.replace('\'', '"') + "}", Criteria.class);
  }
}
