package io.github.xrayclient.diagnostics.migration.check;

import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in the file of a watch. */
class CheckedWatchTest {
  private static final String RESOURCE = "/project_resources/resources/0";
  private static final String AT = "project_resources.resources[libs-local]";
  private static final String WATCH = "{'general_data':{'name':'w','description':'d',"
      + "'active':true},'project_resources':{'resources':[{'type':'repository',"
      + "'name':'libs-local','bin_mgr_id':'default','repo_type':'local',"
      + "'filters':[{'type':'regex','value':'.*'},{'type':'path-ant-patterns',"
      + "'value':{'ExcludePatterns':null,'IncludePatterns':['acme/**']}},"
      + "{'type':'property','value':{'key':'k','value':'v'}}]}]},"
      + "'assigned_policies':[{'name':'p','type':'security'}],"
      + "'watch_recipients':['a@acme.example']}";

  @TempDir
  Path folder;

  private EditedFile watch() {
    return EditedFile.of(folder, ObjectKind.WATCHES, WATCH);
  }

  @Test
  void nothingIsFoundInAValidWatch() {
    watch().hasNothing();
  }

  @Test
  void unknownWordsAreFound() {
    watch()
        .set(RESOURCE + "/type", "'repo'")
        .hasUnknown(
            AT + ".type",
            "repository",
            "all-repos",
            "project",
            "all-projects",
            "build",
            "all-builds",
            "releaseBundle",
            "all-releaseBundles",
            "releaseBundleV2",
            "all-releaseBundlesV2",
            "gitRepository");
    watch()
        .set(RESOURCE + "/repo_type", "'virtual'")
        .hasUnknown(AT + ".repo_type", "local", "remote");
    watch()
        .set("/assigned_policies/0/type", "'securty'")
        .hasUnknown("assigned_policies[p].type", "security", "license", "operational_risk");
    watch()
        .set(RESOURCE + "/filters/0/type", "'regexp'")
        .hasUnknown(
            AT + ".filters[regexp].type",
            "regex",
            "path-regex",
            "package-type",
            "mime-type",
            "property",
            "path-ant-patterns",
            "ant-patterns");
  }

  @Test
  void wordsOfPoliciesAreComparedWithoutCase() {
    watch()
        .set("/assigned_policies/0/type", "'Security'")
        .set(RESOURCE + "/repo_type", "'LOCAL'")
        .hasNothing();
  }

  @Test
  void aMissingNameIsFound() {
    watch()
        .set(RESOURCE + "/name", "-")
        .hasOnly(
            Kind.MISSING, "project_resources.resources[repository].name", "name the repository");
  }

  @Test
  void allRepositoriesNeedNoName() {
    watch().set(RESOURCE + "/name", "-").set(RESOURCE + "/type", "'all-repos'").hasNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/project_resources | ['all'] | project_resources | an object",
        "/project_resources/resources | 'all' | project_resources.resources | a list of objects",
        "/assigned_policies | {'p':1} | assigned_policies | a list of objects",
        "/watch_recipients | {'to':'a'} | watch_recipients | a list of texts",
        "/general_data/active | 'perhaps' | general_data.active | true or false"
      })
  void wrongTypesAreFound(String pointer, String value, String field, String type) {
    watch().set(pointer, value).hasOnly(Kind.WRONG_TYPE, field, "must be " + type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | ['a','b'] | .filters[regex].value | a text",
        "1 | 'acme/**' | .filters[path-ant-patterns].value | an object with the lists",
        "1 | {'IncludePatterns':'a'} | .filters[path-ant-patterns].value.IncludePatterns | a list",
        "2 | 'k=v' | .filters[property].value | an object with the texts key and value"
      })
  void wrongValuesOfFiltersAreFound(int filter, String value, String field, String type) {
    watch()
        .set(RESOURCE + "/filters/" + filter + "/value", value)
        .hasOnly(Kind.WRONG_TYPE, AT + field, "must be " + type);
  }

  @Test
  void misspelledFieldsAreFound() {
    watch().rename("/general_data/active", "actve").hasMisspelled("general_data.actve", "active");
    watch()
        .rename("/assigned_policies", "assignedPolicies")
        .hasMisspelled("assignedPolicies", "assigned_policies");
    watch()
        .rename(RESOURCE + "/bin_mgr_id", "binMgrId")
        .hasMisspelled(AT + ".binMgrId", "bin_mgr_id");
    watch()
        .rename(RESOURCE + "/filters/1/value/IncludePatterns", "includePatterns")
        .hasMisspelled(AT + ".filters[path-ant-patterns].value.includePatterns", "IncludePatterns");
  }

  @Test
  void otherUnknownFieldsAreKept() {
    watch()
        .set("/general_data/owner_team", "'x'")
        .set(RESOURCE + "/weight", "3")
        .set("/assigned_policies/0/scope", "'x'")
        .hasNothing();
  }
}
