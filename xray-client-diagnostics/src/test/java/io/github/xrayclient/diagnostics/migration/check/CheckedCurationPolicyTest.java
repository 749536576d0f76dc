package io.github.xrayclient.diagnostics.migration.check;

import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the file of a curation policy. */
class CheckedCurationPolicyTest {
  private static final String POLICY = "{'name':'no young','scope':'all_repos',"
      + "'policy_action':'block','condition':'young','repo_exclude':['a-remote'],"
      + "'waiver_request_config':'manual','decision_owners':['deciders'],"
      + "'notify_emails':['a@acme.example'],'block_from_cache':true,"
      + "'waivers':[{'pkg_type':'npm','pkg_name':'left-pad','all_versions':false,"
      + "'pkg_versions':['1.0'],'justification':'vendored'}],"
      + "'label_waivers':[{'label':'approved','justification':'seen'}]}";

  @TempDir
  Path folder;

  private EditedFile policy() {
    return EditedFile.of(folder, ObjectKind.CURATION_POLICIES, POLICY);
  }

  @Test
  void nothingIsFoundInAValidPolicy() {
    policy().hasNothing();
  }

  @ParameterizedTest
  @CsvSource({"BLOCK", "Dry_Run"})
  void wordsAreComparedWithoutCase(String action) {
    policy().set("/policy_action", "'" + action + "'").hasNothing();
  }

  @Test
  void packageTypesAreNotChecked() {
    policy()
        .set("/scope", "'pkg_types'")
        .set("/repo_exclude", "-")
        .set("/pkg_types_include", "['PyPI','pypi','Helm']")
        .hasNothing();
  }

  @Test
  void unknownWordsAreFound() {
    policy().set("/policy_action", "'blok'").hasUnknown("policy_action", "block", "dry_run");
    policy()
        .set("/scope", "'everything'")
        .set("/repo_exclude", "-")
        .hasUnknown("scope", "all_repos", "specific_repos", "pkg_types", "specific_groups");
    policy()
        .set("/waiver_request_config", "'allowed'")
        .hasUnknown("waiver_request_config", "forbidden", "manual", "auto_approved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/scope | - | scope | add it, one of all_repos, specific_repos",
        "/scope | ' ' | scope | add it",
        "/policy_action | - | policy_action | add it, one of block, dry_run",
        "/condition | - | condition | add the name of a condition",
        "/condition | {'name':'young'} | condition | add the name of a condition",
        "/decision_owners | [] | decision_owners | waiver_request_config is manual",
        "/scope | 'specific_repos' | repo_include | the scope is specific_repos",
        "/scope | 'pkg_types' | pkg_types_include | name what the policy covers",
        "/scope | 'specific_groups' | group_include | group_include or group_exclude",
        "/waivers/0/pkg_versions | - | waivers[npm left-pad all versions].pkg_versions | set all_versions to true",
        "/waivers/0/justification | '' | waivers[npm left-pad 1.0].justification | add it",
        "/waivers/0/pkg_type | - | waivers[left-pad 1.0].pkg_type | add it",
        "/label_waivers/0/justification | - | label_waivers[label approved].justification | add it"
      })
  void missingFieldsAreFound(String pointer, String value, String field, String words) {
    EditedFile policy = policy().set(pointer, value);
    if (pointer.equals("/scope")) {
      policy.set("/repo_exclude", "-");
    }
    policy.hasOnly(Kind.MISSING, field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/repo_include | ['a'] | repo_include | choose the scope specific_repos",
        "/pkg_types_include | ['npm'] | pkg_types_include | does not belong to the scope all_repos",
        "/waivers/0/all_versions | true | waivers[npm left-pad 1.0].pkg_versions | all_versions is true"
      })
  void contradictionsAreFound(String pointer, String value, String field, String words) {
    policy().set(pointer, value).hasOnly(Kind.REFUSED, field, words);
  }

  @Test
  void excludedRepositoriesDoNotBelongToIncludedOnes() {
    policy()
        .set("/scope", "'specific_repos'")
        .set("/repo_include", "['b']")
        .hasOnly(Kind.REFUSED, "repo_exclude", "choose the scope all_repos");
  }

  @Test
  void aPolicyOfSingleRepositoriesIsNotShared() {
    policy()
        .set("/scope", "'specific_repos'")
        .set("/repo_include", "['b']")
        .set("/repo_exclude", "-")
        .set("/share_with_federation", "true")
        .hasOnly(Kind.REFUSED, "share_with_federation", "cannot be shared");
  }

  @Test
  void anIdOfAConditionConsistsOfDigits() {
    policy()
        .set("/condition", "-")
        .set("/condition_id", "'young'")
        .hasOnly(Kind.REFUSED, "condition_id", "use the field condition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/block_from_cache | 'perhaps' | block_from_cache | true or false",
        "/repo_exclude | {'a':1} | repo_exclude | a list of texts",
        "/notify_emails | [['a']] | notify_emails | a list of texts",
        "/scope | {'all':true} | scope | a text",
        "/waivers | 'all' | waivers | a list of objects",
        "/waivers/0/pkg_versions | {'in':'1'} | waivers[npm left-pad 1].pkg_versions | a list of texts"
      })
  void wrongTypesAreFound(String pointer, String value, String field, String type) {
    policy().set(pointer, value).hasOnly(Kind.WRONG_TYPE, field, "must be " + type);
  }

  @ParameterizedTest
  @CsvSource({
    "/policy_action, policy_acton, policy_action",
    "/policy_action, policyAction, policy_action",
    "/policy_action, Policy-Action, policy_action",
    "/policy_action, polciy_actoin, policy_action",
    "/condition, conditon, condition",
    "/block_from_cache, block_from_cach, block_from_cache",
    "/decision_owners, decision_owner, decision_owners",
    "/waivers, waiver, waivers"
  })
  void misspelledFieldsAreFound(String pointer, String name, String meant) {
    policy().rename(pointer, name).hasMisspelled(name, meant);
  }

  @Test
  void misspelledFieldsOfWaiversAreFound() {
    policy()
        .rename("/waivers/0/justification", "justificaton")
        .hasMisspelled("waivers[npm left-pad 1.0].justificaton", "justification");
  }

  @ParameterizedTest
  @CsvSource({"/future_field", "/risk_score", "/waiver_ttl_days", "/policy_actions", "/updated_bys"
  })
  void otherUnknownFieldsAreKept(String pointer) {
    policy().set(pointer, "{'x':1}").hasNothing();
  }
}
