package io.github.xrayclient.diagnostics.migration.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectedMigrationTest {
  private static final Selection POLICIES_OF_CURATION =
      Selection.all().only(ObjectKind.CURATION_POLICIES, "no *");
  private static final Selection WATCHES = Selection.all().only(ObjectKind.WATCHES);
  private static final ObjectKey YOUNG = ObjectKey.of(ObjectKind.CONDITIONS, "young");
  private static final ObjectKey NO_YOUNG = ObjectKey.of(ObjectKind.CURATION_POLICIES, "no young");
  private static final ObjectKey CRITICAL = ObjectKey.of(ObjectKind.POLICIES, "critical");
  private static final ObjectKey LIBS = ObjectKey.of(ObjectKind.WATCHES, "libs");

  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static List<String> steps(MigrationPlan plan) {
    return plan.steps().stream().map(PlanStep::toString).collect(Collectors.toList());
  }

  private static List<PlanNote.Kind> kinds(List<PlanNote> notes) {
    return notes.stream().map(PlanNote::kind).collect(Collectors.toList());
  }

  private List<String> paths(Server server) {
    return server.fake.requests().stream()
        .map(RecordedRequest::path)
        .map(path -> path.replaceAll("\\?.*", ""))
        .distinct()
        .collect(Collectors.toList());
  }

  private MigrationReport apply(MigrationPlan plan) {
    return target.migration().apply(plan, Journal.at(folder.resolve("journal")));
  }

  @Nested
  class ASnapshot {
    @Test
    void containsWhatIsSelectedAndWhatThatNeeds() {
      Snapshot snapshot = source.migration().select(POLICIES_OF_CURATION).snapshot();

      assertThat(snapshot.keys()).containsExactly(YOUNG, NO_YOUNG);
      assertThat(snapshot.needed()).isEqualTo(Map.of(YOUNG, NO_YOUNG));
      assertThat(snapshot.selection()).isEqualTo(POLICIES_OF_CURATION);
      assertThat(snapshot.counts())
          .isEqualTo(Map.of(ObjectKind.CONDITIONS, 1, ObjectKind.CURATION_POLICIES, 1));
      assertThat(source.migration().snapshot().select(POLICIES_OF_CURATION)).isEqualTo(snapshot);
    }

    @Test
    void readsOnlyTheKindsThatItNeeds() {
      source.migration().select(Selection.all().only("ignore-rules")).snapshot();
      assertThat(paths(source))
          .containsExactlyInAnyOrder("/xray/api/v1/ignore_rules", "/xray/api/v1/system/version");
      source.fake.forbid("/xray/api/v1/curation");
      source.fake.forbid("/xray/api/v1/ignore_rules");

      Snapshot watches = source.migration().select(WATCHES).snapshot();

      assertThat(watches.keys()).containsExactly(CRITICAL, LIBS);
      assertThat(watches.notRead()).isEmpty();
    }

    @Test
    void containsWhatAnIgnoreRuleNamesAndWhatThatNeeds() {
      source.seed(
          Kind.IGNORE_RULES,
          "{'id':'0c','notes':'on libs','is_expired':false,'ignore_filters':{'cves':['CVE-1'],"
              + "'watches':['libs']}}");

      Snapshot snapshot = source
          .migration()
          .select(Selection.all().only("ignore-rules:on-libs-*"))
          .snapshot();

      assertThat(snapshot.needed().keySet()).containsExactly(CRITICAL, LIBS);
      assertThat(steps(target.migration().plan(snapshot)))
          .hasSize(3)
          .startsWith(
              "create policy critical, needed by watch \"libs\"",
              snapshot
                  .needed()
                  .get(LIBS)
                  .toString()
                  .replaceFirst("(.*)", "create watch libs, needed by $1"));
    }

    @Test
    void canBeNarrowedAgain() {
      Snapshot once = source.migration().snapshot().select(Selection.all().except("watches"));
      Snapshot twice = once.select(Selection.all().only("watches").only("conditions"));

      assertThat(twice.keys()).containsExactly(YOUNG);
      assertThat(twice.selection().kinds()).containsExactly(ObjectKind.CONDITIONS);
    }

    @Test
    void ofNothingIsAnErrorThatNamesWhatExists() {
      Selection misspelled = Selection.all().only("curation-policies:on *");

      assertThatThrownBy(() -> source.migration().select(misspelled).snapshot())
          .isInstanceOfSatisfying(
              MigrationException.class,
              e -> assertThat(e.kind()).isEqualTo(MigrationException.Kind.NOTHING_SELECTED))
          .hasMessage("the selection \"only curation-policies:on *\" includes no object of "
              + source.fake.url() + "; known curation policies: \"no young\"; select one of the"
              + " kinds conditions, curation-policies, policies, watches, ignore-rules and, after a"
              + " colon, a pattern of names such as npm-*");
      Snapshot all = source.migration().snapshot();
      assertThatThrownBy(() -> all.select(misspelled))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("the snapshot of " + source.fake.url());
      assertThatThrownBy(() -> target.migration().select(misspelled).plan(all))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll("includes no object of the snapshot and of", "\"no young\"");
      assertThatThrownBy(() -> Difference.between(all, all, misspelled))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("includes no object of the two snapshots");
    }

    @Test
    void ofNothingNamesTheReasonIfAKindCouldNotBeRead() {
      source.fake.forbid("/xray/api/v1/curation");

      assertThatThrownBy(() -> source.migration().select(POLICIES_OF_CURATION).snapshot())
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll("curation policies could not be read", "403");
    }
  }

  @Nested
  class APlan {
    @Test
    void createsWhatIsMissingAndSaysWhy() {
      MigrationPlan plan = target
          .migration()
          .select(POLICIES_OF_CURATION)
          .plan(source.migration().snapshot());

      assertThat(steps(plan))
          .containsExactly(
              "create condition young, needed by curation policy \"no young\"",
              "create curation policy no young");
      assertThat(plan.steps().get(0).neededBy()).contains(NO_YOUNG);
      assertThat(plan.steps().get(1).neededBy()).isEmpty();
      assertThat(plan.toString()).contains("Selected: only curation-policies:no *");
      plan.write(folder.resolve("plan.json"));
      assertThat(MigrationPlan.read(folder.resolve("plan.json"))).isEqualTo(plan);
      assertThat(plan.toJson().at("/steps/0/neededBy"))
          .hasToString("{\"kind\":\"curation-policies\",\"name\":\"no young\"}");
      assertThat(plan.toJson().at("/selection/only/0").asText())
          .isEqualTo("curation-policies:no *");
      assertThat(apply(plan).isComplete()).isTrue();
      assertThat(target.migration().snapshot().keys()).containsExactly(YOUNG, NO_YOUNG);
    }

    @Test
    void neverChangesWhatIsOnlyNeeded() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'young','condition_template_id':'isImmature',"
              + "'param_values':[{'param_id':'package_age_days','value':1}]}");
      Map<String, JsonNode> before = target.stored(Kind.CONDITIONS);

      MigrationPlan plan = target
          .migration()
          .prune()
          .select(POLICIES_OF_CURATION)
          .plan(source.migration().snapshot());

      assertThat(steps(plan)).containsExactly("create curation policy no young");
      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.NEEDED_OBJECT_DIFFERS)
          .singleElement()
          .satisfies(note -> {
            assertThat(note.object()).contains(YOUNG);
            assertThat(note.text())
                .startsWith("curation policy \"no young\" needs condition \"young\", which differs"
                    + " on the target (param_values")
                .endsWith("and is not changed, because it is not selected");
          });
      assertThat(apply(plan).isComplete()).isTrue();
      assertThat(target.stored(Kind.CONDITIONS)).isEqualTo(before);
    }

    @Test
    void isStillSkippedIfTheConditionIsOfAnotherKind() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'young','condition_template_id':'other'}");

      MigrationPlan plan = target
          .migration()
          .select(POLICIES_OF_CURATION)
          .plan(source.migration().snapshot());

      assertThat(plan.steps()).isEmpty();
      assertThat(kinds(plan.skipped())).containsExactly(PlanNote.Kind.CONDITION_DIFFERS);
    }

    @Test
    void createsThePoliciesOfAWatchButNoOthers() {
      source.seed(Kind.POLICIES, "{'name':'unused','type':'security','rules':[]}");

      MigrationPlan plan =
          target.migration().select(WATCHES).plan(source.migration().snapshot());

      assertThat(steps(plan))
          .containsExactly("create policy critical, needed by watch \"libs\"", "create watch libs");
    }

    @Test
    void worksWithoutRightsForOtherKinds() {
      Snapshot all = source.migration().snapshot();
      target.fake.forbid("/xray/api/v1/curation");
      target.fake.forbid("/xray/api/v1/ignore_rules");

      MigrationPlan plan = target.migration().select(WATCHES).plan(all);

      assertThat(plan.warnings()).noneMatch(note -> note.kind() == PlanNote.Kind.NOT_COMPARED);
      assertThat(apply(plan).isComplete()).isTrue();
      assertThat(target.migration().select(WATCHES).plan(all).isEmpty()).isTrue();
    }

    @Test
    void tellsOnlyAboutSelectedObjectsOfTheTarget() {
      target.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");
      target.seed(Kind.WATCHES, "{'general_data':{'name':'own'}}");

      MigrationPlan plan =
          target.migration().select(WATCHES).plan(source.migration().snapshot());

      assertThat(plan.onlyOnTarget())
          .extracting(note -> note.object().orElseThrow())
          .containsExactly(ObjectKey.of(ObjectKind.WATCHES, "own"));
    }

    @Test
    void ofASelectedSnapshotIsLimitedByBothSelections() {
      target.seed(Kind.WATCHES, "{'general_data':{'name':'own'}}");
      Snapshot snapshot = source.migration().select(WATCHES).snapshot();

      assertThat(steps(target.migration().prune().plan(snapshot)))
          .containsExactly(
              "create policy critical, needed by watch \"libs\"",
              "create watch libs",
              "delete watch own");
      MigrationPlan both = target
          .migration()
          .prune()
          .select(Selection.all().except("watches:own"))
          .plan(snapshot);
      assertThat(both.steps()).noneMatch(step -> step.action() == PlanStep.Action.DELETE);
      assertThat(both.selection()).isEqualTo(WATCHES.except("watches:own"));
    }
  }

  @Nested
  class Pruning {
    @Test
    void deletesOnlyWhatIsSelected() {
      target
          .seed(Kind.POLICIES, "{'name':'npm-old','type':'security','rules':[]}")
          .seed(Kind.POLICIES, "{'name':'old','type':'security','rules':[]}")
          .seed(Kind.WATCHES, "{'general_data':{'name':'npm-old'}}");
      Selection npm = Selection.all().only("policies:npm-*").only("policies:critical");

      MigrationPlan plan =
          target.migration().prune().select(npm).plan(source.migration().snapshot());

      assertThat(steps(plan)).contains("delete policy npm-old");
      assertThat(plan.steps())
          .filteredOn(step -> step.action() == PlanStep.Action.DELETE)
          .hasSize(1);
      assertThat(apply(plan).isComplete()).isTrue();
      assertThat(target.migration().snapshot().keys())
          .contains(
              ObjectKey.of(ObjectKind.POLICIES, "old"), ObjectKey.of(ObjectKind.WATCHES, "npm-old"))
          .doesNotContain(ObjectKey.of(ObjectKind.POLICIES, "npm-old"));
    }

    @Test
    void keepsWhatObjectsThatAreNotSelectedNeed() {
      target
          .seed(Kind.POLICIES, "{'name':'used','type':'security','rules':[]}")
          .seed(
              Kind.WATCHES,
              "{'general_data':{'name':'own'},'project_resources':{'resources':[{'type':"
                  + "'all-repos','bin_mgr_id':'default'}]},'assigned_policies':[{'name':'used',"
                  + "'type':'security'}]}")
          .seed(
              Kind.CONDITIONS,
              "{'id':'78','is_custom':true,'name':'used','condition_template_id':'isImmature'}")
          .seed(
              Kind.CURATION_POLICIES,
              "{'id':'79','name':'own','scope':'all_repos','policy_action':'block',"
                  + "'condition_id':'78','enabled':true,'waiver_request_config':'forbidden'}");
      Selection selection = Selection.all().only("policies").only("conditions");

      MigrationPlan plan =
          target.migration().prune().select(selection).plan(source.migration().snapshot());

      assertThat(plan.steps()).noneMatch(step -> step.action() == PlanStep.Action.DELETE);
      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.STILL_NEEDED)
          .extracting(PlanNote::text)
          .containsExactlyInAnyOrder(
              "policy \"used\" is kept although the snapshot does not contain it, because watch"
                  + " \"own\" needs it",
              "condition \"used\" is kept although the snapshot does not contain it, because"
                  + " curation policy \"own\" needs it");
    }

    @Test
    void isRefusedIfItWouldDeleteMoreThanAllowed() {
      for (int i = 10; i < 22; i++) {
        target.seed(Kind.POLICIES, "{'name':'old" + i + "','type':'security','rules':[]}");
      }
      Snapshot all = source.migration().snapshot();

      assertThatThrownBy(() -> target.migration().prune().plan(all))
          .isInstanceOfSatisfying(
              MigrationException.class,
              e -> assertThat(e.kind()).isEqualTo(MigrationException.Kind.TOO_MANY_DELETES))
          .hasMessageStartingWith("the plan would delete 12 objects, but at most 10 may be deleted:"
              + " policy \"old21\", policy \"old20\"")
          .hasMessageContainingAll(" and 7 more", "prune(12)");
      assertThat(target.migration().prune(12).plan(all).steps())
          .filteredOn(step -> step.action() == PlanStep.Action.DELETE)
          .hasSize(12);
      assertThat(target.migration().plan(all).steps())
          .noneMatch(step -> step.action() == PlanStep.Action.DELETE);
      assertThatThrownBy(() -> target.migration().prune(0).plan(all))
          .hasMessageContaining("at most 0 may be deleted");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> target.migration().prune(-1))
          .withMessage("maxDeletes must be 0 or greater, but was -1");
    }
  }

  @Nested
  class AnExport {
    private Path directory;

    private Snapshot written(Selection selection) {
      directory = folder.resolve("export");
      Snapshot snapshot = source.migration().select(selection).snapshot();
      snapshot.write(directory);
      return snapshot;
    }

    @Test
    void readsBackWithItsSelection() throws IOException {
      Snapshot snapshot = written(POLICIES_OF_CURATION.except("curation-policies:no old*"));

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      assertThat(Files.readString(directory.resolve("manifest.json")))
          .contains("\"only\"", "\"curation-policies:no *\"", "\"except\"")
          .doesNotContain("young");
      assertThat(directory.resolve("conditions/young.json")).exists();
      assertThat(directory.resolve("watches")).doesNotExist();
    }

    @Test
    void isNotReplacedByOneOfFewerObjects() {
      written(Selection.all());

      assertThatThrownBy(() -> written(WATCHES))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll(
              "files that the new export does not cover, such as conditions/young.json",
              "the new export contains only watches");
    }

    @Test
    void isReplacedByOneOfTheSameSelectionAlsoIfLessIsNeeded() {
      written(WATCHES);
      source.xray.watches().edit("libs", update -> update.active(false).unassign("critical"));

      Snapshot snapshot = written(WATCHES);

      assertThat(Snapshot.read(directory)).isEqualTo(snapshot);
      assertThat(directory.resolve("policies/critical.json")).doesNotExist();
    }

    @Test
    void pointsOutAFileThatItsSelectionDoesNotInclude() throws IOException {
      written(WATCHES);
      Files.writeString(
          directory.resolve("policies/new.json"),
          "{\"name\":\"new\",\"type\":\"security\",\"rules\":[]}");

      MigrationPlan plan = target.migration().plan(Snapshot.read(directory));

      assertThat(steps(plan)).noneMatch(step -> step.contains("new"));
      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.NOT_SELECTED)
          .singleElement()
          .satisfies(
              note -> assertThat(note.object()).contains(ObjectKey.of(ObjectKind.POLICIES, "new")));
    }
  }

  @Nested
  class ADifference {
    @Test
    void obeysBothSelections() {
      target.seed(Kind.WATCHES, "{'general_data':{'name':'own'}}");
      target.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");

      Snapshot before = target.migration().snapshot();
      Snapshot after = source.migration().snapshot();
      Difference all = Difference.between(before, after);
      Difference selected = Difference.between(before, after, WATCHES);
      Difference narrow = Difference.between(
          before,
          source.migration().select(WATCHES).snapshot(),
          Selection.all().except("watches:own"));

      assertThat(all.changes()).hasSizeGreaterThan(5);
      assertThat(selected.changes())
          .extracting(Object::toString)
          .containsExactly("added watch \"libs\"", "removed watch \"own\"");
      assertThat(narrow.changes())
          .extracting(Object::toString)
          .containsExactly("added watch \"libs\"");
      assertThat(selected.notCompared()).isEmpty();
    }

    @Test
    void betweenSnapshotsCanBeLimited() {
      target.seed(Kind.WATCHES, "{'general_data':{'name':'own'}}");
      Snapshot from = target.migration().snapshot();
      Snapshot to = source.migration().snapshot();

      assertThat(Difference.between(from, to, WATCHES).changes())
          .extracting(Object::toString)
          .containsExactly("added watch \"libs\"", "removed watch \"own\"");
      assertThatThrownBy(() -> Difference.between(from, to, Selection.all().only("watches:x")))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll("no object of the two snapshots", "\"libs\", \"own\"");
    }

    @Test
    void betweenSnapshotsComparesWhatBothSelect() {
      Snapshot whole = source.migration().snapshot();
      Migration watches = target.migration().select(WATCHES.except("watches:x"));
      target.seed(Kind.WATCHES, "{'general_data':{'name':'own'}}");

      assertThat(Difference.between(watches.snapshot(), whole).changes())
          .extracting(change -> change.object().kind())
          .containsOnly(ObjectKind.WATCHES);
    }
  }
}
