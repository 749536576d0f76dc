package io.github.xrayclient.curation.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.value.PackageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which packages and repositories a policy can apply to, as far as its fields tell. */
class CoverageTest {
  private static CurationPolicy policy(String fields) {
    String json = "{'id':'1','name':'p'" + fields + "}";
    try {
      return XrayClient.jsonMapper().readValue(json.replace('\'', '"'), CurationPolicy.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|true",
        ",'scope':'all_repos'|true",
        ",'scope':'specific_repos','repo_include':['pypi-remote']|true",
        ",'scope':'pkg_types','pkg_types_include':['NPM','Go']|true",
        ",'scope':'PKG_TYPES','pkg_types_include':['Go']|false",
        ",'scope':'a_new_one','pkg_types_include':['Go']|true",
        ",'condition':{'id':'1','supported_pkg_types':['PyPI']}|false",
        ",'condition':{'id':'1','supported_pkg_types':['PyPI','npm']}|true",
        ",'condition':{'id':'1'}|true"
      })
  void ofAPackageTypeIsLimitedByScopeAndCondition(String fields, boolean covered) {
    assertThat(policy(fields).mayCover(PackageType.NPM)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|true",
        ",'scope':'all_repos'|true",
        ",'scope':'all_repos','repo_exclude':['other']|true",
        ",'scope':'all_repos','repo_exclude':['npm-remote']|false",
        ",'scope':'specific_repos','repo_include':['npm-remote']|true",
        ",'scope':'specific_repos','repo_include':['other']|false",
        ",'scope':'specific_repos'|false",
        ",'scope':'specific_groups','group_include':['dev']|true",
        ",'scope':'pkg_types','pkg_types_include':['npm']|true",
        ",'scope':'pkg_types','pkg_types_include':['Go']|false",
        ",'condition':{'id':'1','supported_pkg_types':['PyPI']}|false"
      })
  void ofARepositoryIsLimitedByItsKeyAndItsType(String fields, boolean covered) {
    assertThat(policy(fields).mayCover("npm-remote", PackageType.NPM)).isEqualTo(covered);
  }
}
