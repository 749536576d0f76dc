package io.github.xrayclient.diagnostics.migration.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is refused because of what somebody wrote into a file, until that is corrected. */
class CheckedPlanTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("71");

  @TempDir
  Path folder;

  @BeforeEach
  void export() {
    source.migration().snapshot().write(folder);
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private Path curationPolicy() {
    return folder.resolve("curation-policies/no young.json");
  }

  private static void replace(Path file, String text, String by) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, by));
  }

  @Test
  void aPlanIsRefusedBeforeAnyRequestUntilTheFilesAreCorrected() throws IOException {
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_acton\": \"block\"");
    Path policy = folder.resolve("policies/critical.json");
    replace(policy, "\"Critical\"", "\"Severe\"");

    assertThatExceptionOfType(MigrationException.class)
        .isThrownBy(() -> target.migration().plan(Snapshot.read(folder)))
        .satisfies(e -> {
          assertThat(e.kind()).isEqualTo(MigrationException.Kind.CONTENT_REFUSED);
          assertThat(e.findings())
              .extracting(SnapshotFinding::kind)
              .containsExactly(
                  SnapshotFinding.Kind.MISSPELLED_FIELD, SnapshotFinding.Kind.UNKNOWN_VALUE);
        })
        .withMessageContaining(curationPolicy().toRealPath()
            + ": policy_acton of curation policy \"no young\" is not a known field; did you mean"
            + " policy_action?; ")
        .withMessageContaining(policy.toRealPath()
            + ": rules[first].criteria.min_severity of policy \"critical\" is \"Severe\", which"
            + " servers do not know; use one of All severities, Critical, High, Medium, Low; ")
        .withMessageEndingWith(
            "correct the files, or plan with unchecked() if the server accepts this");
    assertThat(target.fake.requests()).isEmpty();

    replace(curationPolicy(), "policy_acton", "policy_action");
    replace(policy, "\"Severe\"", "\"Critical\"");
    MigrationPlan plan = target.migration().plan(Snapshot.read(folder));

    assertThat(plan.notes())
        .extracting(PlanNote::kind)
        .doesNotContain(PlanNote.Kind.MAY_BE_REFUSED);
    assertThat(target
            .migration()
            .apply(plan, Journal.at(folder.resolve("journal")))
            .isComplete())
        .isTrue();
  }

  @Test
  void anUncheckedPlanHasWarningsInstead() throws IOException {
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_action\": \"quarantine\"");

    MigrationPlan plan = target.migration().unchecked().plan(Snapshot.read(folder));

    ObjectKey policy = ObjectKey.of(ObjectKind.CURATION_POLICIES, "no young");
    assertThat(plan.steps())
        .filteredOn(step -> step.object().equals(policy))
        .singleElement()
        .satisfies(
            step -> assertThat(step.body().orElseThrow().path("policy_action").asText())
                .isEqualTo("quarantine"));
    assertThat(plan.warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.MAY_BE_REFUSED)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.object()).hasValue(policy);
          assertThat(note.subject()).hasValue("policy_action");
          assertThat(note.text()).contains("use one of block, dry_run");
        });
  }

  @Test
  void whatIsNotSelectedIsNotChecked() throws IOException {
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_action\": \"quarantine\"");
    Snapshot edited = Snapshot.read(folder);

    assertThat(target
            .migration()
            .select(Selection.all().only("watches"))
            .plan(edited)
            .steps())
        .isNotEmpty();
    assertThatExceptionOfType(MigrationException.class)
        .isThrownBy(() ->
            target.migration().select(Selection.all().only("curation-policies")).plan(edited));
  }

  @Test
  void aFindingNamesTheFileOfAWaiver() throws IOException {
    source.migration().snapshot().write(folder, WaiverFiles.SEPARATE);
    Path waiver;
    try (Stream<Path> files = Files.walk(folder)) {
      waiver = files
          .filter(file -> file.toString().matches(".*\\.waivers.npm left-pad.*\\.json"))
          .findFirst()
          .orElseThrow();
    }
    replace(waiver, "\"justification\": \"vendored\"", "\"justificaton\": \"vendored\"");
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_action\": \"blok\"");

    assertThat(Snapshot.read(folder).check())
        .extracting(finding -> finding.file().orElseThrow())
        .containsExactly(curationPolicy().toRealPath(), waiver.toRealPath());
  }

  @Test
  void aDriftIsToldNevertheless() throws IOException {
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_action\": \"quarantine\"");

    assertThat(source.migration().drift(Snapshot.read(folder)).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.object().name()).isEqualTo("no young"));
  }

  /** The server accepted it, so it may be newer than this library. */
  @Test
  void anUnknownWordOfAServerIsAWarning() {
    source.seed(
        Kind.POLICIES,
        "{'name':'new','type':'model_risk','rules':[{'name':'r','criteria':{'ai':'any'}}]}");
    Snapshot snapshot = source.migration().snapshot();

    assertThat(snapshot.check()).singleElement().satisfies(finding -> {
      assertThat(finding.file()).isEmpty();
      assertThat(finding.text()).startsWith("type of policy \"new\" is \"model_risk\"");
    });
    assertThat(target.migration().plan(snapshot).warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.MAY_BE_REFUSED)
        .singleElement()
        .satisfies(note -> assertThat(note.subject()).hasValue("type"));
  }

  @Test
  void whatNoStepSendsIsNoWarning() {
    source.seed(
        Kind.POLICIES,
        "{'name':'new','type':'model_risk','rules':[{'name':'r','criteria':{'ai':'any'}}]}");
    source.seed(Kind.IGNORE_RULES, "{'id':'0f','notes':'n','ignore_filters':{'cve':['x']}}");
    Snapshot snapshot = source.migration().snapshot();

    MigrationPlan plan = source.migration().plan(snapshot);

    assertThat(snapshot.check()).isNotEmpty();
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.warnings()).isEmpty();
  }

  @Test
  void aFindingHasAJsonForm() throws IOException {
    replace(curationPolicy(), "\"policy_action\": \"block\"", "\"policy_action\": \"blok\"");

    SnapshotFinding finding = Snapshot.read(folder).check().get(0);

    assertThat(finding.toJson().properties().stream().map(field -> field.getKey()))
        .containsExactly("kind", "file", "object", "field", "allowed", "suggestion", "text");
    assertThat(finding.toJson().path("suggestion").asText()).isEqualTo("block");
    assertThat(finding)
        .isEqualTo(Snapshot.read(folder).check().get(0))
        .hasToString(finding.file().orElseThrow() + ": " + finding.text());
  }
}
