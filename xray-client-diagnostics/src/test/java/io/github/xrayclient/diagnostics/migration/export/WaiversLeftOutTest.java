package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports without waivers, and what is compared with them. */
class WaiversLeftOutTest {
  private static final ObjectKey POLICY = ObjectKey.of(ObjectKind.CURATION_POLICIES, "no young");

  private final Server server = Server.filled(10);

  @TempDir
  Path folder;

  private Path directory;
  private Snapshot exported;

  @BeforeEach
  void export() {
    directory = folder.resolve("export");
    server.migration().snapshot().write(directory, WaiverFiles.NONE);
    exported = Snapshot.read(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Changes the policy on the server: its action and its waivers. */
  private void change(String action, String waivers) {
    server.seed(
        Kind.CURATION_POLICIES,
        "{'id':'12','name':'no young','scope':'all_repos','policy_action':'" + action + "',"
            + "'condition_id':'11','repo_exclude':['b-remote','a-remote'],"
            + "'waiver_request_config':'forbidden','waivers':[" + waivers + "]}");
  }

  private JsonNode storedPolicy() {
    return server.fake.stored(Kind.CURATION_POLICIES).get(0);
  }

  @ParameterizedTest
  @EnumSource(WaiverFiles.class)
  void readBackWithoutThemAndStaySo(WaiverFiles form) {
    SortedMap<String, String> files = FileTree.texts(directory);
    assertThat(files.get("manifest.json")).contains("\"waiverFiles\": \"none\"");
    assertThat(files.keySet()).noneMatch(file -> file.contains("waivers"));
    assertThat(files.get("curation-policies/no young.json")).doesNotContain("left-pad", "approved");
    assertThat(exported.includesWaivers()).isFalse();
    assertThat(server.migration().snapshot().includesWaivers()).isTrue();
    assertThat(exported).isNotEqualTo(server.migration().snapshot());

    exported.write(folder.resolve("other"), form);
    exported.write(directory);

    assertThat(FileTree.texts(folder.resolve("other"))).isEqualTo(files);
    assertThat(FileTree.texts(directory)).isEqualTo(files);
    assertThat(Snapshot.read(directory)).isEqualTo(exported).hasSameHashCodeAs(exported);
  }

  @Test
  void letAPlanLeaveThoseOfTheTargetAlone() {
    change("block", "{'id':'77','pkg_type':'npm','pkg_name':'own','all_versions':true}");

    MigrationPlan plan = server.migration().plan(exported);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void letAnAppliedPlanKeepThoseOfTheTargetWithTheirIds() {
    change(
        "dry_run",
        "{'id':'77','pkg_type':'npm','pkg_name':'own','all_versions':true,'until':'2030'}");
    JsonNode before = storedPolicy().path("waivers");

    MigrationPlan plan = server.migration().plan(exported);
    assertThat(server
            .migration()
            .apply(plan, Journal.at(folder.resolve("journal")))
            .isComplete())
        .isTrue();

    assertThat(storedPolicy().path("policy_action").asText()).isEqualTo("block");
    assertThat(storedPolicy().path("waivers")).isEqualTo(before);
    assertThat(plan.notes())
        .extracting(PlanNote::kind)
        .noneMatch(kind -> kind.name().contains("WAIVER"));
  }

  @Test
  void cannotBePlannedExactly() {
    server.fake.clearRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.migration().exactWaivers().plan(exported))
        .withMessageContainingAll(
            "would delete all waivers of the target", "exported without waivers");
    assertThat(server.fake.requests()).isEmpty();
  }

  @Test
  void createPoliciesWithoutWaiversAndWarnOfIt() {
    try (Server target = Server.withBuiltIn("1")) {
      MigrationPlan plan = target.migration().plan(exported);

      target.migration().apply(plan, Journal.at(folder.resolve("journal")));

      JsonNode policy = target.fake.stored(Kind.CURATION_POLICIES).get(0);
      assertThat(policy.path("name").asText()).isEqualTo("no young");
      assertThat(policy.path("waivers")).isEmpty();
      assertThat(policy.path("label_waivers")).isEmpty();
      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.WAIVERS_LEFT_OUT)
          .hasSize(1)
          .allSatisfy(note -> assertThat(note.object()).contains(POLICY));
      assertThat(target.migration().plan(exported).steps()).isEmpty();
    }
  }

  @Test
  void areNotComparedEither() {
    change("block", "{'id':'77','pkg_type':'npm','pkg_name':'own','all_versions':true}");
    Snapshot now = server.migration().snapshot();

    for (Difference difference : new Difference[] {
      Difference.between(exported, now),
      Difference.between(now, exported),
      Difference.between(now, exported, Selection.all().only("curation-policies"))
    }) {
      assertThat(difference.changes()).isEmpty();
      assertThat(difference.comparesWaivers()).isFalse();
      assertThat(difference.toJson().path("comparesWaivers").asBoolean(true)).isFalse();
      assertThat(difference.toString())
          .contains(
              "Waivers were not compared, because one of the snapshots does not contain them");
    }
    Difference whole = Difference.between(now, now);
    assertThat(whole.comparesWaivers()).isTrue();
    assertThat(whole).isNotEqualTo(Difference.between(exported, now));
    assertThat(whole.toString()).doesNotContain("Waivers");
  }

  @Test
  void stayLeftOutInASelection() {
    Snapshot selected = exported.select(Selection.all().only("curation-policies"));

    assertThat(selected.includesWaivers()).isFalse();
    assertThat(selected.find(POLICY)).isPresent();
  }

  @Test
  void mustNotBeAddedByHand() throws IOException {
    String waiver = "{\"pkg_type\":\"npm\",\"pkg_name\":\"a\"}";
    ExportedFiles.write(directory, Map.of("curation-policies/no young.waivers/a.json", waiver));
    assertThatThrownBy(() -> Snapshot.read(directory))
        .isInstanceOf(MigrationException.class)
        .hasMessageContainingAll("a.json: manifest.json says that waivers are left out");

    Path other = folder.resolve("other");
    exported.write(other);
    ExportedFiles.write(
        other,
        Map.of(
            "curation-policies/no young.json",
            "{\"name\":\"no young\",\"condition\":\"young\",\"waivers\":[" + waiver + "]}"));
    assertThatThrownBy(() -> Snapshot.read(other))
        .isInstanceOf(MigrationException.class)
        .hasMessageContainingAll("no young.json: manifest.json says that waivers are left out");
  }
}
