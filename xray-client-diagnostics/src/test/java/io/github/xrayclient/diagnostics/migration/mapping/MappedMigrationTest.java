package io.github.xrayclient.diagnostics.migration.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedMigrationTest {
  private static final String POLICY = "{'name':'p','type':'security','rules':[{'name':'r',"
      + "'priority':1,'criteria':{'min_severity':'High'},'actions':{'mails':['a@dev.example',"
      + "'b@dev.example'],'webhooks':['dev-hook']}}]}";

  private final Server source = new Server();
  private final Server target = new Server();

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan(Mapping mapping) {
    return target.migration().mapping(mapping).plan(source.migration().snapshot());
  }

  private static JsonNode body(MigrationPlan plan, ObjectKind kind) {
    return plan.steps().stream()
        .filter(step -> step.object().kind() == kind)
        .findFirst()
        .flatMap(PlanStep::body)
        .orElseThrow();
  }

  private static List<PlanNote> notes(MigrationPlan plan, PlanNote.Kind kind) {
    return plan.notes().stream().filter(note -> note.kind() == kind).collect(Collectors.toList());
  }

  private void watch(String general, String resources, String rest) {
    source.seed(Kind.POLICIES, POLICY);
    source.seed(
        Kind.WATCHES,
        "{'general_data':{'name':'w','active':true" + general + "},'project_resources':"
            + "{'resources':[" + resources + "]},'assigned_policies':"
            + "[{'name':'p','type':'security'}]" + rest + "}");
  }

  @Nested
  class Names {
    @Test
    void ofMailsAndWebhooksAreReplaced() {
      watch("", "{'type':'all-repos','name':'All'}", ",'watch_recipients':['c@dev.example']");

      MigrationPlan plan =
          plan(Mapping.none().mail("*@dev.example", "*@example.com").webhook("dev-*", "prod-*"));

      assertThat(body(plan, ObjectKind.POLICIES).at("/rules/0/actions/mails"))
          .hasToString("[\"a@example.com\",\"b@example.com\"]");
      assertThat(body(plan, ObjectKind.POLICIES).at("/rules/0/actions/webhooks"))
          .hasToString("[\"prod-hook\"]");
      assertThat(body(plan, ObjectKind.WATCHES).path("watch_recipients"))
          .hasToString("[\"c@example.com\"]");
    }

    @Test
    void ofRepositoriesCanBeLimitedToOneArtifactory() {
      watch(
          "",
          "{'type':'repository','name':'libs','bin_mgr_id':'eu','repo_type':'local'},"
              + "{'type':'repository','name':'libs','bin_mgr_id':'us','repo_type':'local'}",
          "");

      JsonNode resources = body(
              plan(Mapping.none()
                  .repository("libs", "libs-us")
                  .repositoryOf("eu", "l*", "eu-l*")
                  .repositoryOf("eu", "libs", "libs-eu")
                  .binaryManager("eu", "default")),
              ObjectKind.WATCHES)
          .at("/project_resources/resources");

      assertThat(resources)
          .extracting(
              resource -> resource.path("bin_mgr_id").asText(),
              resource -> resource.path("name").asText())
          .containsExactlyInAnyOrder(tuple("default", "libs-eu"), tuple("us", "libs-us"));
    }

    @Test
    void ofBuildRepositoriesFollowTheProjectUnlessTheyHaveAnEntry() {
      String resources = "{'type':'build','name':'app','bin_mgr_id':'default','build_repo':"
          + "'dev-build-info'},{'type':'build','name':'lib','bin_mgr_id':'default','build_repo':"
          + "'own-build-info'}";
      watch(",'project_key':'dev'", resources, "");

      Mapping mapping = Mapping.none().project("dev", "prod").buildRepository("own-*", "our-*");

      assertThat(body(plan(mapping), ObjectKind.WATCHES).at("/project_resources/resources"))
          .extracting(resource -> resource.path("build_repo").asText())
          .containsExactlyInAnyOrder("prod-build-info", "our-build-info");
      assertThat(body(plan(mapping.buildRepository("dev-build-info", "x")), ObjectKind.WATCHES)
              .at("/project_resources/resources"))
          .extracting(resource -> resource.path("build_repo").asText())
          .containsExactlyInAnyOrder("x", "our-build-info");
    }

    @Test
    void inPatternsOfProjectKeysAreReplacedByTheSameEntries() {
      watch(
          "",
          "{'type':'all-projects','name':'All','filters':[{'type':'ant-patterns','value':"
              + "{'IncludePatterns':['dev-*','alpha','?x'],'ExcludePatterns':['dev-old']}}]}",
          "");

      MigrationPlan plan = plan(Mapping.none().project("dev-*", "prod-*").project("alpha", "beta"));

      assertThat(
              body(plan, ObjectKind.WATCHES).at("/project_resources/resources/0/filters/0/value"))
          .hasToString(
              "{\"ExcludePatterns\":[\"prod-old\"],\"IncludePatterns\":[\"?x\",\"beta\",\"prod-*\"]}");
      assertThat(notes(plan, PlanNote.Kind.PATTERN_NOT_RENAMED))
          .extracting(note -> note.subject().orElseThrow())
          .containsExactly("?x");
    }

    @ParameterizedTest
    @CsvSource({
      "libs/org/,libs-prod/org/",
      "/libs/org/,/libs-prod/org/",
      "default/libs/org/,default/libs-prod/org/",
      "org/libs/,org/libs/",
      "libs-other/org/,libs-other/org/",
    })
    void ofRepositoriesAreReplacedAtTheBeginningOfPathsOfIgnoreRules(String path, String renamed) {
      source.seed(
          Kind.IGNORE_RULES,
          "{'id':'1','author':'ann','created':'2025-01-01T00:00:00Z','is_expired':false,"
              + "'notes':'n','ignore_filters':{'cves':['CVE-2021-1'],'artifacts':"
              + "[{'name':'a.jar','path':'" + path + "'}]}}");

      MigrationPlan plan = plan(Mapping.none().repository("libs", "libs-prod"));

      assertThat(body(plan, ObjectKind.IGNORE_RULES)
              .at("/ignore_filters/artifacts/0/path")
              .asText())
          .isEqualTo(renamed);
      assertThat(notes(plan, PlanNote.Kind.PATH_RENAMED))
          .extracting(note -> note.subject().orElseThrow())
          .isEqualTo(path.equals(renamed) ? List.of() : List.of(path));
    }

    @Test
    void ofRepositoriesThatOnlyAnIgnoreRuleNamesAreReplacedInItsPath() {
      source.seed(
          Kind.IGNORE_RULES,
          "{'id':'0a','notes':'n','ignore_filters':{'cves':['CVE-2020-1'],"
              + "'repositories':['npm-dev'],'artifacts':[{'name':'x','path':'npm-dev/a/'}]}}");

      JsonNode filters = body(
              plan(Mapping.none().repository("*-dev", "*-prod")), ObjectKind.IGNORE_RULES)
          .path("ignore_filters");

      assertThat(filters.path("repositories")).hasToString("[\"npm-prod\"]");
      assertThat(filters.at("/artifacts/0/path").asText()).isEqualTo("npm-prod/a/");
    }

    @Test
    void ofRepositoriesAreReplacedAtTheBeginningOfFiltersOfPaths() {
      watch(
          "",
          "{'type':'repository','name':'libs.dev','bin_mgr_id':'default','repo_type':'local',"
              + "'filters':[{'type':'path-regex','value':'^libs\\\\.dev/org/.*'},"
              + "{'type':'path-ant-patterns','value':{'IncludePatterns':['libs.dev/**','org/**']}}]}",
          "");

      JsonNode resource = body(
              plan(Mapping.none().repository("*.dev", "*.prod")), ObjectKind.WATCHES)
          .at("/project_resources/resources/0");

      assertThat(resource.path("name").asText()).isEqualTo("libs.prod");
      assertThat(resource.path("filters").toString())
          .contains("^libs\\\\.prod/org/.*")
          .contains("\"libs.prod/**\"")
          .contains("\"org/**\"");
    }
  }

  @Nested
  class Plans {
    @Test
    void nameEntriesThatCoverNothing() {
      watch("", "{'type':'repository','name':'libs','bin_mgr_id':'default'}", "");

      MigrationPlan plan = plan(
          Mapping.none().repository("libs", "prod").repository("lbis", "typo").group("g-*", "h-*"));

      assertThat(notes(plan, PlanNote.Kind.MAPPING_ENTRY_UNUSED))
          .extracting(note -> note.subject().orElseThrow(), PlanNote::category)
          .containsExactly(
              tuple("groups g-*", PlanNote.Category.WARNING),
              tuple("repositories lbis", PlanNote.Category.WARNING));
    }

    @Test
    void refuseNamesWithoutAnEntryIfTheMappingIsStrict() {
      watch("", "{'type':'repository','name':'libs','bin_mgr_id':'default'}", "");

      assertThatThrownBy(() -> plan(Mapping.none().repository("other", "x").strict()))
          .isInstanceOf(MigrationException.class)
          .hasMessage("the mapping is strict and does not cover mail address \"a@dev.example\" of"
              + " policy \"p\", mail address \"b@dev.example\" of policy \"p\", repository \"libs\" of"
              + " watch \"w\", webhook \"dev-hook\" of policy \"p\"; add entries, such as {\"groups\":"
              + " {\"*\": \"*\"}} to keep all names of groups")
          .extracting(e -> ((MigrationException) e).kind())
          .isEqualTo(MigrationException.Kind.NAME_NOT_MAPPED);
      assertThat(plan(Mapping.none()
                  .mail("*", "*")
                  .webhook("*", "*")
                  .repository("libs", "libs")
                  .strict())
              .steps())
          .hasSize(2);
    }

    @Test
    void areStrictAboutAProjectThatIsCalledDefault() {
      watch(",'project_key':'default'", "{'type':'all-repos','name':'All'}", "");

      assertThatThrownBy(() -> plan(Mapping.none().strict()))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("project \"default\"");
    }

    @Test
    void areStrictOnlyAboutWhatIsSelectedOrNeeded() {
      watch("", "{'type':'repository','name':'libs','bin_mgr_id':'default'}", "");

      assertThat(target
              .migration()
              .mapping(Mapping.none().mail("*", "*").webhook("*", "*").strict())
              .select(Selection.all().only(ObjectKind.POLICIES))
              .plan(source.migration().snapshot())
              .steps())
          .hasSize(1);
    }

    @Test
    void nameWebhooksThatTheTargetDoesNotHave() {
      source.seed(Kind.POLICIES, POLICY);
      target.seed(Kind.WEBHOOKS, "{'name':'other'}");

      assertThat(plan(Mapping.none()).warnings())
          .extracting(PlanNote::kind, note -> note.subject().orElseThrow())
          .containsExactly(tuple(PlanNote.Kind.WEBHOOK_NOT_FOUND, "dev-hook"));
      assertThat(plan(Mapping.none().webhook("dev-hook", "other")).warnings()).isEmpty();

      target.fake.forbid("/xray/api/v1/webhooks");

      assertThat(plan(Mapping.none()).notChecked())
          .extracting(PlanNote::kind, PlanNote::text)
          .containsExactly(tuple(
              PlanNote.Kind.NOT_CHECKED,
              "webhooks could not be looked up, because the target answered 403; these are needed:"
                  + " \"dev-hook\" (policy \"p\")"));
    }

    @Test
    void lookUpAnArtifactoryThatNoRepositoryNames() {
      watch("", "{'type':'all-repos','name':'All','bin_mgr_id':'art-eu'}", "");
      target.seed(Kind.WEBHOOKS, "{'name':'dev-hook'}");

      assertThat(plan(Mapping.none()).notChecked())
          .extracting(PlanNote::text)
          .containsExactly("repositories of the Artifactory instance \"art-eu\" could not be looked"
              + " up, because the target answered 404; these are needed: \"art-eu\" (watch \"w\")");
    }

    @Test
    void doNotReportAnEntryThatAMoreSpecificOneReplaces() {
      watch("", "{'type':'repository','name':'libs','bin_mgr_id':'default'}", "");

      assertThat(notes(
              plan(Mapping.none().repository("libs", "prod").repository("*", "*")),
              PlanNote.Kind.MAPPING_ENTRY_UNUSED))
          .isEmpty();
    }

    @Test
    void sayThatBuildsAreNotLookedUp() {
      watch("", "{'type':'build','name':'app','bin_mgr_id':'default'}", "");
      target.seed(Kind.WEBHOOKS, "{'name':'dev-hook'}");

      assertThat(plan(Mapping.none()).notChecked())
          .extracting(PlanNote::text)
          .containsExactly("builds are not looked up, because no request lists them: \"app\" (watch"
              + " \"w\")");
    }

    @Test
    void distinguishAMissingGroupFromOneThatCouldNotBeLookedUp() {
      source.seed(Kind.CONDITIONS, "{'id':'1','is_custom':false,'name':'c'}");
      target.seed(Kind.CONDITIONS, "{'id':'9','is_custom':false,'name':'c'}");
      source.seed(
          Kind.CURATION_POLICIES,
          "{'id':'2','name':'a','scope':'all_repos','policy_action':'block','condition_id':'1',"
              + "'waiver_request_config':'manual','decision_owners':['g']}");

      assertThat(plan(Mapping.none()).warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.GROUP_NOT_FOUND);

      target.fake.forbid("/access/api/v2/groups");

      assertThat(plan(Mapping.none()).warnings()).isEmpty();
      assertThat(plan(Mapping.none()).notChecked())
          .extracting(PlanNote::text)
          .containsExactly(
              "curation policy \"a\" needs the group \"g\", which could not be looked up:"
                  + " the target answered 403");
    }
  }

  @Nested
  class Comparisons {
    private void seedConditionsThatDiffer() {
      String condition = "{'id':'1','is_custom':true,'name':'dev-young','risk_type':'operational',"
          + "'condition_template_id':'isImmature','param_values':[{'param_id':'package_age_days',"
          + "'value':7}]}";
      source.seed(Kind.CONDITIONS, condition);
      target.seed(
          Kind.CONDITIONS, condition.replace("dev-", "prod-").replace("'value':7", "'value':9"));
    }

    @Test
    void useTheMapping() {
      watch(",'project_key':'dev'", "{'type':'all-repos','name':'All'}", "");
      Mapping mapping = Mapping.none().project("dev", "prod").mail("*@dev.example", "*@x.example");
      target.migration().mapping(mapping).plan(source.migration().snapshot());
      target.seed(
          Kind.POLICIES, POLICY.replace("@dev.example", "@x.example").replace("'High'", "'Low'"));

      Difference difference = Difference.between(
          source.migration().snapshot(),
          target.migration().snapshot(),
          Selection.all(),
          mapping.group("none", "x"));

      assertThat(difference.changes())
          .extracting(change -> change.object().toString())
          .containsExactly("policy \"p\"", "watch \"w\" in project \"prod\"");
      assertThat(difference.changes().get(0).fields()).hasSize(1);
      assertThat(difference.notes())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.MAPPING_ENTRY_UNUSED);
      assertThat(difference.toString()).contains("Notes:").contains("\"none\" in groups");
      assertThat(difference.toJson().path("notes")).hasSize(1);
    }

    @Test
    void betweenSnapshotsRenameTheFirst() {
      source.seed(Kind.POLICIES, POLICY);
      target.seed(Kind.POLICIES, POLICY.replace("dev-hook", "prod-hook"));
      Selection all = Selection.all();

      assertThat(Difference.between(
                  source.migration().snapshot(),
                  target.migration().snapshot(),
                  all,
                  Mapping.none().webhook("dev-*", "prod-*"))
              .isEmpty())
          .isTrue();
      assertThat(Difference.between(
                  source.migration().snapshot(), target.migration().snapshot(), all, Mapping.none())
              .isEmpty())
          .isFalse();
    }

    @Test
    void areRefusedIfTheSelectionsOfTheSnapshotsHaveNothingInCommon() {
      source.seed(Kind.POLICIES, POLICY);
      target.seed(Kind.POLICIES, POLICY.replace("'p'", "'q'"));

      assertThatThrownBy(() -> Difference.between(
              source.migration().snapshot().select(Selection.all().only(ObjectKind.POLICIES, "p*")),
              target
                  .migration()
                  .snapshot()
                  .select(Selection.all().only(ObjectKind.POLICIES, "q*"))))
          .isInstanceOf(MigrationException.class)
          .hasMessage("the selections of the two snapshots have no object in common: only"
              + " policies:p*, and only policies:q*; compare snapshots of the same objects");
    }

    @Test
    void betweenSelectionsMeetAtTheNewNameOfACondition() {
      seedConditionsThatDiffer();

      Difference difference = Difference.between(
          source.migration().snapshot().select(Selection.all().only("conditions:dev-*")),
          target.migration().snapshot().select(Selection.all().only("conditions:prod-*")),
          Selection.all(),
          Mapping.none().condition("dev-*", "prod-*"));

      assertThat(difference.changes())
          .extracting(change -> change.kind().name(), change -> change.object().name())
          .containsExactly(tuple("CHANGED", "prod-young"));
    }

    @Test
    void selectConditionsByTheirNamesInTheSnapshot() {
      seedConditionsThatDiffer();

      Difference difference = Difference.between(
          source.migration().snapshot(),
          target.migration().snapshot(),
          Selection.all().only(ObjectKind.CONDITIONS, "dev-*"),
          Mapping.none().condition("dev-*", "prod-*"));

      assertThat(difference.changes())
          .extracting(change -> change.object())
          .containsExactly(ObjectKey.of(ObjectKind.CONDITIONS, "prod-young"));
    }
  }
}
