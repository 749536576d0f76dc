package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationPlanTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77")
      .seed(
          Kind.INDEXED_REPOSITORIES,
          "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs-local','type':'local'}],"
              + "'non_indexed_repos':[{'name':'a-remote'},{'name':'b-remote'}]}")
      .seed(Kind.CONDITION_TEMPLATES, "{'condition_template_id':'isImmature','name':'x'}")
      .seed(Kind.PROJECTS, "{'project_key':'dev'}")
      .seed(Kind.GROUPS, "{'name':'deciders'}");

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private static PlanStep step(MigrationPlan plan, ObjectKind kind) {
    return plan.steps().stream()
        .filter(step -> step.object().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String[] words(MigrationPlan plan) {
    return plan.steps().stream().map(PlanStep::toString).toArray(String[]::new);
  }

  @Nested
  class Steps {
    @Test
    void makeWhatOthersNeedFirst() {
      assertThat(words(plan()))
          .containsExactly(
              "create condition young",
              "create curation policy no young",
              "create policy critical",
              "create policy critical in project dev",
              "create watch libs",
              "create ignore rule "
                  + source.migration().snapshot().keys().last().name());
      assertThat(plan().warnings()).isEmpty();
    }

    @Test
    void referToConditionsThatAreNotThereYet() {
      PlanStep step = step(plan(), ObjectKind.CURATION_POLICIES);

      assertThat(step.method() + " " + step.path())
          .isEqualTo("POST /xray/api/v1/curation/policies");
      assertThat(step.body().orElseThrow().path("condition_id"))
          .hasToString("{\"$ref\":\"conditions/young\"}");
    }

    @Test
    void nameBuiltInConditionsByTheIdOfTheTarget() {
      source.seed(
          Kind.CURATION_POLICIES,
          "{'id':'99','name':'a','scope':'all_repos','policy_action':'block','condition_id':'10'}");

      assertThat(step(plan(), ObjectKind.CURATION_POLICIES)
              .body()
              .orElseThrow()
              .path("condition_id")
              .asText())
          .isEqualTo("77");
    }

    @Test
    void sendForAWatchWhatServersDemandThoughTheSnapshotLacksIt() {
      source
          .seed(
              Kind.WATCHES,
              "{'general_data':{'name':'libs'},'project_resources':{'resources':["
                  + "{'type':'repository','name':'libs-local'},{'type':'project','name':'dev'}]},"
                  + "'assigned_policies':[{'name':'critical'}]}")
          .seed(
              Kind.WATCHES,
              "{'general_data':{'name':'bare'},'assigned_policies':[{'name':'critical'}]}");

      MigrationPlan plan = plan();

      assertThat(plan.steps())
          .filteredOn(step -> step.object().kind() == ObjectKind.WATCHES)
          .extracting(step -> step.body().orElseThrow().path("general_data"))
          .extracting(
              general -> general.path("name").asText(),
              general -> general.path("active").asText())
          .containsExactly(tuple("bare", "false"), tuple("libs", "true"));
      assertThat(plan.steps())
          .filteredOn(step -> step.object().name().equals("libs"))
          .flatExtracting(step -> List.copyOf(step.body().orElseThrow().findValues("bin_mgr_id")))
          .extracting(JsonNode::asText)
          .containsExactly("default");
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void sendForCurationWhatServersDemandThoughTheSnapshotLacksIt() {
      source
          .seed(
              Kind.CONDITIONS,
              "{'id':'11','is_custom':true,'name':'young','condition_template_id':'isImmature'}")
          .seed(
              Kind.CURATION_POLICIES,
              "{'id':'12','name':'no young','scope':'all_repos','policy_action':'block',"
                  + "'condition_id':'11'}");

      MigrationPlan plan = plan();

      assertThat(step(plan, ObjectKind.CONDITIONS).body().orElseThrow().path("param_values"))
          .hasToString("[]");
      assertThat(step(plan, ObjectKind.CURATION_POLICIES)
              .body()
              .orElseThrow()
              .path("waiver_request_config")
              .asText())
          .isEqualTo("forbidden");
    }

    @Test
    void sayThePathWithItsProject() {
      source.seed(
          Kind.POLICIES,
          "{'name':'a/b c','project_key':'dev','type':'security','rules':[{'name':'r',"
              + "'criteria':{'min_severity':'Low'}}]}");
      target.seed(
          Kind.POLICIES,
          "{'name':'a/b c','project_key':'dev','type':'security','rules':[{'name':'r',"
              + "'criteria':{'min_severity':'High'}}]}");

      PlanStep step = plan().steps().stream()
          .filter(each -> each.action() == PlanStep.Action.UPDATE)
          .findFirst()
          .orElseThrow();

      assertThat(step.method() + " " + step.path())
          .isEqualTo("PUT /xray/api/v2/policies/a%2Fb%20c?projectKey=dev");
      assertThat(Texts.of(step.changes()))
          .containsExactly("rules[r].criteria.min_severity: High → Low");
      assertThat(step.body().orElseThrow().has("project_key")).isFalse();
    }

    @Test
    void areNoneForAServerThatIsSo() {
      try (Server same = Server.filled(60)) {
        MigrationPlan plan = same.migration().plan(source.migration().snapshot());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.onlyOnTarget()).isEmpty();
        assertThat(same.fake.requests()).hasSize(5);
      }
    }

    @Test
    void areNoneForAServerThatListsARepositoryTwice() {
      String resource = "{'type':'repository','name':'libs-local','bin_mgr_id':'default'}";
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'name':'twice','active':true},'project_resources':{'resources':["
              + resource + "," + resource + "]},'assigned_policies':[{'name':'critical'}]}");

      assertThat(source.migration().plan(source.migration().snapshot()).isEmpty())
          .isTrue();
    }

    @Test
    void keepWaiversOfTheTargetAndAddThoseThatItLacks() {
      target
          .seed(
              Kind.CONDITIONS,
              "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isImmature',"
                  + "'param_values':[{'param_id':'package_age_days','value':7}]}")
          .seed(
              Kind.CURATION_POLICIES,
              "{'id':'5','name':'no young','scope':'all_repos','policy_action':'block',"
                  + "'condition_id':'78','repo_exclude':['a-remote','b-remote'],'waivers':[{'id':'8',"
                  + "'pkg_type':'npm','pkg_name':'own','all_versions':true,'justification':'x'}],"
                  + "'label_waivers':[{'id':'9','label':'approved','justification':'other'}]}");

      MigrationPlan plan = plan();
      PlanStep step = step(plan, ObjectKind.CURATION_POLICIES);

      assertThat(step.path()).isEqualTo("/xray/api/v1/curation/policies/5");
      assertThat(Texts.of(step.changes()))
          .singleElement()
          .asString()
          .startsWith("waivers[npm left-pad 1.0, 1.1]: added {");
      JsonNode body = step.body().orElseThrow();
      assertThat(body.path("waivers").get(0)).hasToString("{\"id\":\"8\"}");
      assertThat(body.path("waivers").get(1).path("pkg_name").asText()).isEqualTo("left-pad");
      assertThat(body.path("label_waivers")).hasToString("[{\"id\":\"9\"}]");
      assertThat(Texts.of(plan.onlyOnTarget()))
          .containsExactly(
              "waiver npm own all versions of curation policy \"no young\" is only on the target");
      assertThat(Texts.of(plan.skipped()))
          .anyMatch(words -> words.startsWith("the justification of waiver label approved"));
      assertThat(plan.notes())
          .extracting(PlanNote::kind, note -> note.subject().orElse(""))
          .contains(
              tuple(PlanNote.Kind.WAIVER_ONLY_ON_TARGET, "npm own all versions"),
              tuple(PlanNote.Kind.WAIVER_JUSTIFICATION_DIFFERS, "label approved"));
    }

    @Test
    void addEachWaiverOfAPackageThatTheTargetDoesNotWaive() {
      String waiver = "{'id':'%s','pkg_type':'npm','pkg_name':'x','all_versions':true,"
          + "'justification':'%s'}";
      String policy = "{'id':'%s','name':'no young','scope':'all_repos','policy_action':'block',"
          + "'condition_id':'%s','waivers':[%s]}";
      String waivers = String.format(waiver, "1", "one") + "," + String.format(waiver, "2", "two");
      source.seed(Kind.CURATION_POLICIES, String.format(policy, "12", "10", waivers));
      target.seed(Kind.CURATION_POLICIES, String.format(policy, "5", "77", ""));

      PlanStep step = step(plan(), ObjectKind.CURATION_POLICIES);

      assertThat(step.body().orElseThrow().path("waivers").findValuesAsText("justification"))
          .containsExactly("one", "two");
    }

    @Test
    void dropWaiversThatTheSourceLacksIfTheyShallBeExact() {
      try (Server same = Server.filled(60)) {
        same.seed(
            Kind.CURATION_POLICIES,
            same.fake
                .stored(Kind.CURATION_POLICIES)
                .get(0)
                .toString()
                .replace("\"seen\"", "\"glanced at\""));

        MigrationPlan plan =
            same.migration().exactWaivers().plan(source.migration().snapshot());

        assertThat(plan.steps()).singleElement().satisfies(step -> {
          assertThat(step.body().orElseThrow().path("label_waivers"))
              .hasToString("[{\"justification\":\"seen\",\"label\":\"approved\"}]");
          assertThat(step.body().orElseThrow().path("waivers")).hasToString("[{\"id\":\"63\"}]");
        });
        assertThat(same.migration().plan(source.migration().snapshot()).isEmpty())
            .isTrue();
      }
    }

    @Test
    void leaveObjectsOfTheTargetAlone() {
      target.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");

      assertThat(Texts.of(plan().onlyOnTarget()))
          .containsExactly("policy \"own\" is not in the snapshot and is kept");
      assertThat(words(plan())).noneMatch(words -> words.startsWith("delete"));
    }

    @Test
    void deleteInReverseIfTheyShallPrune() {
      MigrationPlan plan = source.migration().prune().plan(target.migration().snapshot());

      assertThat(words(plan))
          .containsExactly(
              "delete ignore rule "
                  + source.migration().snapshot().keys().last().name(),
              "delete watch libs",
              "delete policy critical in project dev",
              "delete policy critical",
              "delete curation policy no young",
              "delete condition young");
      assertThat(plan.steps().get(4).path()).isEqualTo("/xray/api/v1/curation/policies/12");
    }

    @Test
    void takeAWatchOffAPolicyBeforeThatGoes() {
      target.seed(
          Kind.POLICIES,
          "{'name':'old','type':'security','rules':[{'name':'r','criteria':"
              + "{'min_severity':'Low'}}]}");
      target.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'1','name':'libs','active':true},'assigned_policies':"
              + "[{'name':'old','type':'security'}]}");

      MigrationPlan plan = target.migration().prune().plan(source.migration().snapshot());

      assertThat(words(plan)).containsSubsequence("update watch libs", "delete policy old");
    }

    @Test
    void keepWhatTheSnapshotNeedsThoughItDoesNotHoldIt() {
      try (Server same = Server.filled(60)) {
        same.seed(Kind.WATCHES, source.fake.stored(Kind.WATCHES).get(0).toString());
        Snapshot whole = source.migration().snapshot();
        TreeMap<ObjectKey, StoredObject> fewer = new TreeMap<>(whole.content().objects());
        fewer.remove(ObjectKey.of(ObjectKind.POLICIES, "critical"));
        Snapshot without = new Snapshot(
            new SnapshotContent(whole.source(), "3.116.0", "", Selection.all(), fewer, Map.of()));

        MigrationPlan plan = same.migration().prune().plan(without);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(Texts.of(plan.warnings()))
            .containsExactly(
                "policy \"critical\" is kept although the snapshot does not contain it, because"
                    + " watch \"libs\" needs it");
        assertThat(plan.notes())
            .extracting(PlanNote::kind)
            .contains(PlanNote.Kind.OBJECT_ONLY_ON_TARGET, PlanNote.Kind.STILL_NEEDED);
      }
    }

    @Test
    void keepForAWatchThePolicyOfItsProjectAndNotTheGlobalOneOfThatName() {
      String watch = "{'general_data':{'name':'apps','project_key':'dev','active':false},"
          + "'assigned_policies':[{'name':'common','type':'security'}]}";
      String rules = "'type':'security','rules':[{'name':'r','priority':1,'criteria':"
          + "{'min_severity':'Low'},'actions':{}}]}";
      try (Server from = new Server();
          Server to = new Server()) {
        from.seed(Kind.WATCHES, watch);
        to.seed(Kind.WATCHES, watch)
            .seed(Kind.POLICIES, "{'name':'common'," + rules)
            .seed(Kind.POLICIES, "{'name':'common','project_key':'dev'," + rules);

        MigrationPlan plan = to.migration().prune().plan(from.migration().snapshot());

        assertThat(words(plan)).containsExactly("delete policy common");
        assertThat(Texts.of(plan.warnings()))
            .containsExactly(
                "policy \"common\" in project \"dev\" is kept although the snapshot does"
                    + " not contain it, because watch \"apps\" in project \"dev\" needs it");
      }
    }

    @Test
    void applyCurationPoliciesAsDryRunIfAsked() {
      MigrationPlan plan = target.migration().asDryRun().plan(source.migration().snapshot());

      assertThat(step(plan, ObjectKind.CURATION_POLICIES)
              .body()
              .orElseThrow()
              .path("policy_action")
              .asText())
          .isEqualTo("dry_run");
    }

    @Test
    void replaceAnIgnoreRuleWhoseEndIsAnother() {
      try (Server same = Server.filled(60)) {
        same.seed(
            Kind.IGNORE_RULES,
            same.fake
                .stored(Kind.IGNORE_RULES)
                .get(0)
                .toString()
                .replace(
                    "\"is_expired\"", "\"expires_at\":\"2031-01-01T00:00:00Z\",\"is_expired\""));

        MigrationPlan plan = same.migration().plan(source.migration().snapshot());

        assertThat(plan.steps())
            .extracting(PlanStep::action)
            .containsExactly(PlanStep.Action.CREATE, PlanStep.Action.DELETE);
        assertThat(Texts.of(plan.steps().get(0).changes()))
            .containsExactly("expires_at: 2031-01-01T00:00:00Z → not set");
      }
    }
  }

  @Nested
  class Mappings {
    @Test
    void renameWhatTheTargetCallsDifferently() {
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'2','name':'p','project_key':'dev','active':true},"
              + "'project_resources':{'resources':[{'type':'repository','name':'libs-local',"
              + "'bin_mgr_id':'art-1','repo_type':'local'},{'type':'project','name':'dev'}]},"
              + "'assigned_policies':[{'name':'critical','type':'security'}]}");

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none()
              .repository("libs-local", "new-local")
              .repository("a-remote", "new-remote")
              .project("dev", "prod")
              .binaryManager("art-1", "default")
              .group("deciders", "owners"))
          .plan(source.migration().snapshot());

      PlanStep watch = plan.steps().stream()
          .filter(step -> step.toString().equals("create watch p in project prod"))
          .findFirst()
          .orElseThrow();
      assertThat(watch.path()).isEqualTo("/xray/api/v2/watches?projectKey=prod");
      assertThat(watch.body().orElseThrow().at("/project_resources/resources").toString())
          .contains("\"new-local\"", "\"prod\"", "\"bin_mgr_id\":\"default\"")
          .doesNotContain("art-1", "dev");
      assertThat(step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow().path("repo_exclude"))
          .hasToString("[\"b-remote\",\"new-remote\"]");
    }

    @Test
    void renameGroupsProjectsAndBuildRepositoriesWhereverTheyAreNamed() {
      source
          .seed(
              Kind.CURATION_POLICIES,
              "{'id':'12','name':'no young','scope':'all_repos','policy_action':'block',"
                  + "'condition_id':'11','waiver_request_config':'manual',"
                  + "'decision_owners':['deciders'],'group_include':['g1','other'],"
                  + "'group_exclude':['g2']}")
          .seed(
              Kind.WATCHES,
              "{'general_data':{'name':'libs','active':true},'project_resources':{'resources':["
                  + "{'type':'build','name':'dev','build_repo':'dev-build-info','project':'dev',"
                  + "'bin_mgr_id':'default'}]},'assigned_policies':[{'name':'critical'}]}")
          .seed(
              Kind.IGNORE_RULES,
              "{'id':'0a10','notes':'n','ignore_filters':{'cves':['CVE-1'],'projects':['dev','x'],"
                  + "'repositories':['dev-build-info'],"
                  + "'builds':[{'name':'dev','version':'1','project':'dev'},"
                  + "{'name':'dev','version':'1','project':'prod'}]}}");

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none()
              .group("deciders", "owners")
              .group("g1", "h1")
              .group("g2", "h2")
              .project("dev", "prod")
              .repository("dev-build-info", "prod-build-info"))
          .plan(source.migration().snapshot());

      JsonNode policy = step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow();
      assertThat(policy.path("decision_owners")).hasToString("[\"owners\"]");
      assertThat(policy.path("group_include")).hasToString("[\"h1\",\"other\"]");
      assertThat(policy.path("group_exclude")).hasToString("[\"h2\"]");
      JsonNode build =
          step(plan, ObjectKind.WATCHES).body().orElseThrow().at("/project_resources/resources/0");
      assertThat(build.path("name").asText()).isEqualTo("dev");
      assertThat(build.path("build_repo").asText()).isEqualTo("prod-build-info");
      assertThat(build.path("project").asText()).isEqualTo("prod");
      JsonNode filters =
          step(plan, ObjectKind.IGNORE_RULES).body().orElseThrow().path("ignore_filters");
      assertThat(filters.path("projects")).hasToString("[\"prod\",\"x\"]");
      assertThat(filters.path("repositories")).hasToString("[\"prod-build-info\"]");
      assertThat(filters.path("builds")).hasSize(1);
      assertThat(filters.at("/builds/0/project").asText()).isEqualTo("prod");
      assertThat(filters.at("/builds/0/name").asText()).isEqualTo("dev");
    }

    @Test
    void makeOneOfTwoNamesInAList() {
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'name':'libs','active':true},'project_resources':{'resources':["
              + "{'type':'repository','name':'one','bin_mgr_id':'default'},"
              + "{'type':'repository','name':'two','bin_mgr_id':'default'}]},"
              + "'assigned_policies':[{'name':'critical','type':'security'}]}");

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none()
              .repository("one", "libs-local")
              .repository("two", "libs-local")
              .repository("a-remote", "b-remote"))
          .plan(source.migration().snapshot());

      assertThat(step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow().path("repo_exclude"))
          .hasToString("[\"b-remote\"]");
      assertThat(step(plan, ObjectKind.WATCHES)
              .body()
              .orElseThrow()
              .at("/project_resources/resources"))
          .hasSize(1);
    }

    @Test
    void giveAConditionAndItsPoliciesAnotherName() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isAged'}");

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none().condition("young", "too young"))
          .plan(source.migration().snapshot());

      assertThat(words(plan)).contains("create condition too young");
      assertThat(step(plan, ObjectKind.CONDITIONS)
              .body()
              .orElseThrow()
              .path("name")
              .asText())
          .isEqualTo("too young");
      assertThat(step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow().path("condition_id"))
          .hasToString("{\"$ref\":\"conditions/too young\"}");
      assertThat(Texts.of(plan.onlyOnTarget()))
          .containsExactly("condition \"young\" is not in the snapshot and is kept");
    }

    @Test
    void letPoliciesUseAConditionOfAnotherTemplateOnPurpose() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isAged'}");

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none().condition("young", "young"))
          .plan(source.migration().snapshot());

      assertThat(step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow().path("condition_id"))
          .hasToString("\"78\"");
      assertThat(Texts.of(plan.skipped()))
          .contains("condition \"young\" is skipped, because it has the template isImmature in the"
              + " snapshot and the template isAged on the target; curation policies use the"
              + " target's condition, since the mapping names it");
      assertThat(plan.skipped())
          .extracting(PlanNote::kind)
          .contains(PlanNote.Kind.CONDITION_DIFFERS);
    }

    @Test
    void bringOneProjectToAnother() {
      Snapshot project = source.migration().inProject("dev").snapshot();

      MigrationPlan plan = target
          .migration()
          .mapping(Mapping.none().project("dev", "prod"))
          .prune()
          .plan(project);

      assertThat(plan.projectKey()).contains("prod");
      assertThat(words(plan)).containsExactly("create policy critical in project prod");
      assertThatThrownBy(() -> target.migration().inProject("other").plan(project))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "the snapshot is limited to project \"dev\", but the plan is limited to project"
                  + " \"other\"");
    }

    @Test
    void areReadFromAFile(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("map.json");
      Files.writeString(file, "{\"projects\": {\"dev\": \"prod\"}}");

      assertThat(Mapping.read(file).names().projectOf("dev")).isEqualTo("prod");

      for (String bad :
          new String[] {"[]", "{\"project\":{}}", "{\"groups\":[]}", "{\"groups\":{\"a\":1}}", "{"
          }) {
        Files.writeString(file, bad);
        assertThatThrownBy(() -> Mapping.read(file))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("map.json");
      }
    }

    @Test
    void mustNotMakeOneOfTwoObjects() {
      source.seed(Kind.POLICIES, "{'name':'critical','project_key':'qa','type':'security'}");

      assertThatThrownBy(() -> target
              .migration()
              .mapping(Mapping.none().project("dev", "qa"))
              .plan(source.migration().snapshot()))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("policy \"critical\" in project \"qa\"");
    }
  }

  @Nested
  class Warnings {
    @Test
    void tellWhatTheTargetDoesNotHave() {
      try (Server empty = new Server()) {
        source.seed(
            Kind.CURATION_POLICIES,
            "{'id':'98','name':'a','scope':'specific_repos','repo_include':['c-remote'],"
                + "'policy_action':'block','condition_id':'10','waiver_request_config':'manual',"
                + "'decision_owners':['deciders']}");
        empty.seed(Kind.INDEXED_REPOSITORIES, "{'bin_mgr_id':'default','indexed_repos':[]}");

        MigrationPlan plan = empty.migration().plan(source.migration().snapshot());

        assertThat(Texts.of(plan.warnings()))
            .containsExactly(
                "curation policy \"a\" needs condition \"Malicious package\", which neither the"
                    + " snapshot nor the target has; create it on the target and make a new plan, or"
                    + " the step will fail",
                "watch \"libs\" needs the repository \"libs-local\", which Xray does not index on"
                    + " the target",
                "curation policy \"no young\" needs the repository \"a-remote\", which was not"
                    + " found on the target",
                "curation policy \"no young\" needs the repository \"b-remote\", which was not"
                    + " found on the target",
                "curation policy \"a\" needs the repository \"c-remote\", which was not found on"
                    + " the target",
                "condition \"young\" needs the template \"isImmature\", which was not found on the"
                    + " target",
                "curation policy \"a\" needs the group \"deciders\", which was not found on"
                    + " the target (status 404)",
                "policy \"critical\" in project \"dev\" needs the project \"dev\", which was not"
                    + " found on the target (status 404)");
        assertThat(plan.warnings())
            .extracting(PlanNote::kind)
            .containsExactly(
                PlanNote.Kind.CONDITION_MISSING,
                PlanNote.Kind.REPOSITORY_NOT_INDEXED,
                PlanNote.Kind.REPOSITORY_MISSING,
                PlanNote.Kind.REPOSITORY_MISSING,
                PlanNote.Kind.REPOSITORY_MISSING,
                PlanNote.Kind.TEMPLATE_MISSING,
                PlanNote.Kind.GROUP_NOT_FOUND,
                PlanNote.Kind.PROJECT_NOT_FOUND);
        assertThat(plan.warnings())
            .extracting(note -> note.subject().orElseThrow())
            .containsExactly(
                "Malicious package",
                "libs-local",
                "a-remote",
                "b-remote",
                "c-remote",
                "isImmature",
                "deciders",
                "dev");
        assertThat(plan.warnings())
            .extracting(note -> note.object().orElseThrow())
            .startsWith(
                ObjectKey.of(ObjectKind.CURATION_POLICIES, "a"),
                ObjectKey.of(ObjectKind.WATCHES, "libs"))
            .endsWith(ObjectKey.of(ObjectKind.POLICIES, "critical").inProject("dev"));
      }
    }

    @Test
    void tellOfRepositoriesOfTheArtifactoryThatAWatchNames() {
      String resources = "{'type':'repository','name':'libs-local','bin_mgr_id':'eu'},"
          + "{'type':'repository','name':'here','bin_mgr_id':'eu'}";
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'name':'libs','active':true},'project_resources':{'resources':["
              + resources + "]},'assigned_policies':[{'name':'critical'}]}");
      target.seed(
          Kind.INDEXED_REPOSITORIES, "{'bin_mgr_id':'eu','indexed_repos':[{'name':'here'}]}");

      assertThat(plan().warnings())
          .extracting(PlanNote::kind, note -> note.subject().orElseThrow())
          .containsExactly(tuple(PlanNote.Kind.REPOSITORY_NOT_INDEXED, "libs-local"));
    }

    @Test
    void tellOfProjectsAndGroupsUnlessTheTargetNamesThemToo() {
      String policy = "{'id':'%s','name':'%s','scope':'all_repos','policy_action':'block',"
          + "'condition_id':'%s','group_include':['in'],'group_exclude':['out']}";
      String watch = "{'general_data':{'name':'%s','active':true%s},'project_resources':"
          + "{'resources':[{'type':'project','name':'qa'}]},'assigned_policies':"
          + "[{'name':'critical'}]}";
      source
          .seed(Kind.CURATION_POLICIES, String.format(policy, "12", "no young", "11"))
          .seed(Kind.WATCHES, String.format(watch, "libs", ""));

      assertThat(plan().warnings())
          .extracting(PlanNote::kind, note -> note.subject().orElseThrow())
          .containsExactly(
              tuple(PlanNote.Kind.GROUP_NOT_FOUND, "in"),
              tuple(PlanNote.Kind.GROUP_NOT_FOUND, "out"),
              tuple(PlanNote.Kind.PROJECT_NOT_FOUND, "qa"));

      target
          .seed(Kind.CURATION_POLICIES, String.format(policy, "5", "other", "77"))
          .seed(Kind.WATCHES, String.format(watch, "other", ",'project_key':'qa'"));

      assertThat(plan().warnings()).isEmpty();
    }

    @Test
    void tellWhatCouldNotBeLookedUp() {
      target.fake.forbid("/xray/api/v1/binMgr").forbid("/xray/api/v1/curation/condition_templates");

      MigrationPlan plan = plan();

      assertThat(Texts.of(plan.notChecked()))
          .containsExactly(
              "repositories of the Artifactory instance \"default\" could not be looked up, because"
                  + " the target answered 403; these are needed: \"a-remote\" (curation policy \"no"
                  + " young\"), \"b-remote\" (curation policy \"no young\"), \"libs-local\" (watch"
                  + " \"libs\")",
              "condition templates could not be looked up, because the target answered 403; these are"
                  + " needed: \"isImmature\" (condition \"young\")");
      assertThat(plan.notChecked()).allSatisfy(note -> {
        assertThat(note.kind()).isEqualTo(PlanNote.Kind.NOT_CHECKED);
        assertThat(note.object()).isEmpty();
      });
      assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void tellThatTheTargetHasNoCurationIfTheSnapshotHoldsNothingOfIt() {
      try (Server bare = new Server()) {
        bare.seed(
            Kind.POLICIES,
            "{'name':'p','type':'security','rules':[{'name':'r','criteria':{'min_severity':'Low'}}]}");
        target.fake.forbid("/xray/api/v1/curation");

        MigrationPlan plan = target.migration().plan(bare.migration().snapshot());

        assertThat(plan.toJson().path("kinds"))
            .hasToString("[\"policies\",\"watches\",\"ignore-rules\"]");
        assertThat(plan.steps()).hasSize(1);
        assertThat(Texts.of(plan.warnings()))
            .containsExactly(
                "conditions are not compared, because they could not be read from the target: the"
                    + " token has no permission to read Curation (status 403)",
                "curation policies are not compared, because they could not be read from the target:"
                    + " the token has no permission to read Curation (status 403)");
        assertThat(plan.warnings())
            .extracting(PlanNote::kind)
            .containsExactly(PlanNote.Kind.NOT_COMPARED, PlanNote.Kind.NOT_COMPARED);
        assertThatThrownBy(MigrationPlanTest.this::plan).isInstanceOf(XrayForbiddenException.class);
      }
    }

    @Test
    void tellOfPoliciesThatHideGlobalOnes() {
      target.seed(Kind.POLICIES, "{'name':'critical','type':'security','rules':[]}");
      target.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'2','name':'w','project_key':'dev'},'assigned_policies':"
              + "[{'name':'critical','type':'security'}]}");

      assertThat(Texts.of(plan().warnings()))
          .containsExactly(
              "watch \"w\" in project \"dev\" uses the global policy \"critical\" and will use the"
                  + " new policy \"critical\" in project \"dev\" instead");
      assertThat(plan().warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.GLOBAL_POLICY_OVERRIDDEN);
    }

    @Test
    void areNoneForAPolicyThatHidAGlobalOneBefore() {
      target
          .seed(
              Kind.POLICIES,
              "[{'name':'critical','type':'security','rules':[]},"
                  + "{'name':'critical','type':'Security','project_key':'dev','rules':[]}]")
          .seed(
              Kind.WATCHES,
              "{'general_data':{'id':'2','name':'w','project_key':'dev'},'assigned_policies':"
                  + "[{'name':'critical','type':'security'}]}");

      assertThat(plan().warnings()).isEmpty();
    }

    @Test
    void tellOfConditionsThatOnlyTheTargetHas() {
      source.seed(
          Kind.CURATION_POLICIES,
          "{'id':'98','name':'a','scope':'all_repos','policy_action':'block','condition_id':'10'}");
      try (Server other = new Server()) {
        other.seed(
            Kind.CONDITIONS,
            "{'id':'1','is_custom':true,'name':'Malicious package','condition_template_id':'x'}");

        MigrationPlan plan = other.migration().plan(source.migration().snapshot());

        assertThat(Texts.of(plan.warnings()))
            .contains(
                "curation policy \"a\" will use condition \"Malicious package\" of the target,"
                    + " which is not compared because the snapshot does not contain it; check that"
                    + " it has the expected content");
        assertThat(plan.warnings())
            .extracting(PlanNote::kind)
            .contains(PlanNote.Kind.CONDITION_NOT_IN_SNAPSHOT);
      }
    }

    @Test
    void tellOfPoliciesThatNobodyHas() {
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'2','name':'w'},'assigned_policies':[{'name':'nowhere'}]}");

      assertThat(Texts.of(plan().warnings()))
          .containsExactly(
              "watch \"w\" uses the policy \"nowhere\", which neither the snapshot nor the target"
                  + " has; create it on the target and make a new plan, or the step may fail");
      assertThat(plan().warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.POLICY_MISSING);
    }
  }

  @Nested
  class LeavesOut {
    @Test
    void whatCannotBeExpressed() {
      source.seed(
          Kind.CURATION_POLICIES,
          "{'id':'12','name':'no young','scope':'all_repos','policy_action':'block',"
              + "'condition_id':'11','enabled':false,'brand_new':1,'waivers':[{'id':'1',"
              + "'pkg_type':'npm','pkg_name':'x','all_versions':true,'justification':'y',"
              + "'waiver_expiry':'2030'}]}");

      MigrationPlan plan = plan();

      assertThat(Texts.of(plan.skipped()))
          .containsExactly(
              "curation policy \"no young\" is disabled in the snapshot, but the plan does not"
                  + " disable it on the target, because only servers disable policies",
              "the field brand_new of curation policy \"no young\" is not copied, because this"
                  + " version of the library does not know it",
              "waiver npm x all versions (waiver_expiry) of curation policy \"no young\" is"
                  + " skipped, because this version of the library does not know the fields in"
                  + " parentheses and cannot copy them",
              "the field fail_pull_request of policies is not copied, because servers accept it but"
                  + " never return it; an update of a policy sets it to false");
      assertThat(plan.skipped())
          .extracting(PlanNote::kind)
          .containsExactly(
              PlanNote.Kind.DISABLED_IN_SNAPSHOT,
              PlanNote.Kind.UNKNOWN_FIELD,
              PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS,
              PlanNote.Kind.FIELD_NOT_READABLE);
      JsonNode body = step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow();
      assertThat(body.has("enabled")).isFalse();
      assertThat(body.has("brand_new")).isFalse();
      assertThat(body.toString()).doesNotContain("waiver_expiry");
    }

    @Test
    void conditionsOfAnotherTemplateAndThePoliciesThatUseThem() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isAged'}");
      source.seed(
          Kind.CURATION_POLICIES,
          "{'id':'98','name':'a','scope':'all_repos','policy_action':'block','condition_id':'10'}");

      MigrationPlan plan = plan();

      assertThat(words(plan))
          .contains("create curation policy a")
          .doesNotContain("create curation policy no young", "update condition young");
      assertThat(Texts.of(plan.skipped()))
          .contains(
              "condition \"young\" is skipped, because it has the template isImmature in the"
                  + " snapshot and the template isAged on the target; rename one of the two"
                  + " conditions, or map the name to a new one, or to itself to use the target's"
                  + " condition",
              "curation policy \"no young\" is skipped, because its condition \"young\" has the"
                  + " template isImmature in the snapshot and the template isAged on the target;"
                  + " rename one of the two conditions, or map the name to a new one, or to itself"
                  + " to use the target's condition");
      assertThat(plan.skipped())
          .filteredOn(note -> note.kind() == PlanNote.Kind.CONDITION_DIFFERS)
          .extracting(note -> note.object().orElseThrow().kind())
          .containsExactly(ObjectKind.CONDITIONS, ObjectKind.CURATION_POLICIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void changesOfPoliciesWhoseConditionHasAnotherTemplate(String enabled) {
      target
          .seed(
              Kind.CONDITIONS,
              "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isAged'}")
          .seed(
              Kind.CURATION_POLICIES,
              "{'id':'5','name':'no young','scope':'all_repos','policy_action':'dry_run',"
                  + "'condition_id':'78','enabled':" + enabled + "}");

      MigrationPlan plan = target.migration().prune().plan(source.migration().snapshot());

      assertThat(plan.steps())
          .extracting(step -> step.object().kind())
          .doesNotContain(ObjectKind.CONDITIONS, ObjectKind.CURATION_POLICIES);
      assertThat(Texts.of(plan.skipped()))
          .anyMatch(words ->
              words.startsWith("curation policy \"no young\" is skipped, because its condition"))
          .noneMatch(words -> words.contains("enable it again"));
    }

    @Test
    void conditionsThatAreBuiltInOnTheTargetAsAnotherTest() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':false,'name':'young','condition_template_id':'isImmature',"
              + "'param_values':[{'param_id':'package_age_days','value':30}]}");

      MigrationPlan plan = plan();

      assertThat(words(plan)).noneMatch(words -> words.contains("young"));
      assertThat(Texts.of(plan.skipped()))
          .anyMatch(words ->
              words.startsWith("condition \"young\" is skipped, because it has the template"
                  + " isImmature in the snapshot, but on the target it is a built-in condition"
                  + " with the template isImmature and other values"))
          .anyMatch(words ->
              words.startsWith("curation policy \"no young\" is skipped, because its condition"));
    }

    @Test
    void conditionsThatAreBuiltInOnTheTargetAsTheSameTestWhichPoliciesUse() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':false,'name':'young','condition_template_id':'isImmature',"
              + "'param_values':[{'param_id':'package_age_days','value':7}]}");

      MigrationPlan plan = plan();

      assertThat(words(plan)).doesNotContain("create condition young");
      assertThat(Texts.of(plan.skipped())).noneMatch(words -> words.contains("young"));
      assertThat(step(plan, ObjectKind.CURATION_POLICIES).body().orElseThrow().path("condition_id"))
          .hasToString("\"78\"");
    }

    @Test
    void expiredIgnoreRules() {
      source.seed(
          Kind.IGNORE_RULES,
          "{'id':'9','notes':'soon','expires_at':'2030-01-01T00:00:00Z','ignore_filters':"
              + "{'cves':['any']}}");
      Clock later = Clock.fixed(Instant.parse("2030-01-02T00:00:00Z"), ZoneOffset.UTC);

      MigrationPlan plan =
          target.migration().clock(later).plan(source.migration().snapshot());

      assertThat(plan.steps()).hasSize(6);
      assertThat(Texts.of(plan.warnings())).anyMatch(words -> words.contains("expired at 2030"));
      assertThat(plan.warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.IGNORE_RULE_EXPIRED);
      assertThat(Texts.of(plan.skipped())).noneMatch(words -> words.contains("expired"));
      assertThat(plan().steps()).hasSize(7);
    }

    @Test
    void kindsThatTheSnapshotDoesNotHave() {
      source.fake.forbid("/xray/api/v1/curation");

      MigrationPlan plan = target.migration().prune().plan(source.migration().snapshot());

      assertThat(Texts.of(plan.warnings()))
          .anyMatch(words -> words.startsWith("curation policies are not compared, because"));
      assertThat(plan.warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.NOT_IN_SNAPSHOT, PlanNote.Kind.NOT_IN_SNAPSHOT);
      assertThat(target.fake.requests().stream()
              .map(RecordedRequest::path)
              .collect(Collectors.toList()))
          .noneMatch(path -> path.contains("curation"));
    }
  }

  @Nested
  class InAFile {
    @TempDir
    Path folder;

    @Test
    void readsBackAsItWas() {
      Path file = folder.resolve("plan.json");
      MigrationPlan plan = plan();

      plan.write(file);

      assertThat(MigrationPlan.read(file).toJson()).isEqualTo(plan.toJson());
      assertThat(file).content().contains("\"method\": \"POST\"");
      assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void mustBeAsItWasWritten() throws IOException {
      Path file = folder.resolve("plan.json");
      plan().write(file);
      Files.writeString(file, Files.readString(file).replace("libs-local", "other-local"));

      assertThatThrownBy(() -> MigrationPlan.read(file))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("plan.json: it was changed after it was written");

      Files.writeString(file, "{\"schema\": 1}");
      assertThatThrownBy(() -> MigrationPlan.read(file))
          .hasMessage(
              file + ": it has no checksum, so it is not a plan; use a file that contains a plan");

      Files.writeString(file, Files.readString(file).replace("\"schema\": 1", "\"schema\": 2"));
      assertThatThrownBy(() -> MigrationPlan.read(file)).hasMessageContaining("newer version");
      Files.writeString(file, "{");
      assertThatThrownBy(() -> MigrationPlan.read(file)).hasMessageContaining("make a new plan");
    }

    @Test
    void mustSayNothingTwice() throws IOException {
      Path file = folder.resolve("plan.json");
      plan().write(file);
      String member = "\"schema\": 1";
      String text = Files.readString(file);
      assertThat(text).containsOnlyOnce(member);
      Files.writeString(file, text.replace(member, member + "," + member));

      assertThatThrownBy(() -> MigrationPlan.read(file))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll("plan.json", "the field 'schema' twice");
    }

    @Test
    void isRefusedOrStillTheSamePlanWhicheverByteIsDamaged() throws IOException {
      Path file = folder.resolve("plan.json");
      MigrationPlan plan = plan();
      plan.write(file);
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < whole.length; i += 3) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << i % 7);
        Files.write(file, i % 2 == 0 ? damaged : Arrays.copyOf(whole, i));
        try {
          assertThat(MigrationPlan.read(file).toJson()).isEqualTo(plan.toJson());
        } catch (MigrationException e) {
          assertThat(e).hasMessageStartingWith(file + ": ");
        }
      }
      for (String text : new String[] {"", "[]", "null", "{}", "[".repeat(2_000)}) {
        Files.writeString(file, text);
        assertThatThrownBy(() -> MigrationPlan.read(file)).isInstanceOf(MigrationException.class);
      }
    }

    @Test
    void goesThroughALinkAndIntoAPipe() throws Exception {
      Path target = Files.writeString(folder.resolve("target.json"), "x".repeat(1 << 20));
      Path link = SpecialFiles.link(folder.resolve("link"), target);
      MigrationPlan plan = plan();

      plan.write(link);

      assertThat(link).isSymbolicLink();
      assertThat(MigrationPlan.read(target).toJson()).isEqualTo(plan.toJson());
      Path pipe = SpecialFiles.pipe(folder.resolve("pipe"));
      Path copy = folder.resolve("copy.json");
      Process reader = new ProcessBuilder("cat", pipe.toString())
          .redirectOutput(copy.toFile())
          .start();

      plan.write(pipe);

      assertThat(reader.waitFor()).isZero();
      assertThat(MigrationPlan.read(copy).toJson()).isEqualTo(plan.toJson());
      assertThat(Files.isRegularFile(pipe)).isFalse();
      Path device = SpecialFiles.device("/dev/null");
      plan.write(device);
      assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void leavesFilesAloneThatLookLikeStagedOnes() throws IOException {
      Path mine = Files.writeString(folder.resolve("plan.json.new"), "mine");

      plan().write(folder.resolve("plan.json"));

      assertThat(mine).hasContent("mine");
      assertThat(folder).isDirectoryContaining("glob:**plan.json");
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
      Path file = folder.resolve("plan.json");
      FileOperations full = new FileOperations() {
        @Override
        public void move(Path from, Path to) throws IOException {
          throw new IOException("No space left on device");
        }
      };

      assertThatThrownBy(() -> PlanFile.write(plan().content(), file, full))
          .isInstanceOf(MigrationFailure.class)
          .hasMessageContainingAll("plan.json: it cannot be written", "No space left");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void tellsPeopleWhatIsDone() {
    target.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");

    assertThat(plan().toString())
        .startsWith(
            "Plan for " + target.fake.url() + ": 6 to create\n  1. create condition young\n")
        .contains(
            "Skipped:\n  - the field fail_pull_request of policies is",
            "Only on the target:\n  - policy \"own\" is not in the snapshot and is kept\n");
  }
}
