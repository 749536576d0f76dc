package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known fields with values of another type than documented. */
class MigrationUnreadFieldsTest {
  private static final Map<Kind, String> OBJECTS = Map.of(
      Kind.CONDITIONS,
      "{'id':'2','is_custom':true,'name':'young','condition_template_id':'isImmature',"
          + "'param_values':[{'param_id':'package_age_days','value':7}]}",
      Kind.CURATION_POLICIES,
      "{'id':'3','name':'no young','scope':'all_repos','policy_action':'block','condition_id':'2',"
          + "'enabled':true,'waiver_request_config':'forbidden'}",
      Kind.POLICIES,
      "{'name':'critical','type':'security','rules':[{'name':'r','priority':1,"
          + "'criteria':{'min_severity':'Critical'},'actions':{'fail_build':true}}]}",
      Kind.WATCHES,
      "{'general_data':{'id':'w1','name':'libs','active':true},'project_resources':{'resources':"
          + "[{'type':'all-repos','name':'All','bin_mgr_id':'default'}]},"
          + "'assigned_policies':[{'name':'critical','type':'security'}]}",
      Kind.IGNORE_RULES,
      "{'id':'0a','notes':'not reachable','ignore_filters':{'cves':['CVE-2021-1']}}");

  @TempDir
  Path folder;

  private static Server with(Kind kind, String path, JsonNode value, String... absent) {
    Server server = Server.withBuiltIn("1");
    OBJECTS.forEach((each, text) -> {
      JsonNode object = Fixtures.parse(text.replace('\'', '"'));
      if (each == kind) {
        JsonPointer at = JsonPointer.compile(path);
        ((ObjectNode) object.at(at.head())).set(at.last().getMatchingProperty(), value);
        for (String other : absent) {
          JsonPointer out = JsonPointer.compile(other);
          ((ObjectNode) object.at(out.head())).remove(out.last().getMatchingProperty());
        }
      }
      server.fake.seed(each, object.toString());
    });
    return server;
  }

  @Test
  void doNotSwitchAWatchOff() {
    try (Server source = with(
            Kind.WATCHES,
            "/project_resources/resources",
            Fixtures.parse("\"all\""),
            "/general_data/active");
        Server target = Server.withBuiltIn("71")) {
      assertThat(target.migration().plan(source.migration().snapshot()).steps())
          .filteredOn(step -> step.object().kind() == ObjectKind.WATCHES)
          .singleElement()
          .satisfies(
              step -> assertThat(step.body().orElseThrow().path("general_data").has("active"))
                  .isFalse());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POLICIES | /rules/0/actions/fail_build | 'perhaps' | $.rules[0].actions.fail_build",
        "POLICIES | /rules/0/actions/mails | {'to':'a'} | $.rules[0].actions.mails",
        "POLICIES | /rules/0/criteria | ['any'] | $.rules[0].criteria",
        "POLICIES | /description | {'en':'d'} | $.description",
        "WATCHES | /project_resources/resources | 'all' | $.project_resources.resources",
        "WATCHES | /project_resources/resources | [7] | $.project_resources.resources",
        "WATCHES | /project_resources | [7] | $.project_resources",
        "WATCHES | /assigned_policies | 'all' | $.assigned_policies",
        "WATCHES | /watch_recipients | {'to':'a'} | $.watch_recipients",
        "CURATION_POLICIES | /notify_emails | {'to':'a'} | $.notify_emails",
        "CURATION_POLICIES | /block_from_cache | 'perhaps' | $.block_from_cache",
        "CONDITIONS | /param_values | {'a':1} | $.param_values",
        "IGNORE_RULES | /ignore_filters/cves | {'a':1} | $.ignore_filters.cves"
      })
  void areSentAsInTheSnapshotWithANote(Kind kind, String path, String text, String jsonPath) {
    JsonNode value = Fixtures.parse(text.replace('\'', '"'));
    try (Server source = with(kind, path, value);
        Server target = Server.withBuiltIn("71")) {
      Snapshot snapshot = source.migration().snapshot();
      snapshot.write(folder.resolve("export"));

      Snapshot exported = Snapshot.read(folder.resolve("export"));
      assertThatExceptionOfType(MigrationException.class)
          .isThrownBy(() -> target.migration().plan(exported))
          .satisfies(e -> assertThat(e.findings())
              .extracting(SnapshotFinding::kind)
              .containsExactly(SnapshotFinding.Kind.WRONG_TYPE));
      MigrationPlan plan = target.migration().unchecked().plan(exported);

      assertThat(plan.steps())
          .filteredOn(step -> step.object().kind().name().equals(kind.name()))
          .singleElement()
          .satisfies(step -> assertThat(step.body().orElseThrow().at(path)).isEqualTo(value));
      assertThat(plan.notes())
          .filteredOn(note -> note.kind() == PlanNote.Kind.UNREAD_FIELD)
          .singleElement()
          .satisfies(note -> assertThat(note.subject()).hasValue(jsonPath));
      MigrationPlan same = source.migration().plan(snapshot);
      assertThat(same.steps()).isEmpty();
      assertThat(same.notes())
          .extracting(PlanNote::kind)
          .doesNotContain(PlanNote.Kind.UNREAD_FIELD);
    }
  }
}
