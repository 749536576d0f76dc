package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of waivers with a field that the library does not know, which may be an expiry. */
class UnknownWaiverFieldsTest {
  private static final String FIRST_LINE = "Plan for %s: %s\n";

  private final Server source = Server.withBuiltIn("10");
  private final Server target = Server.withBuiltIn("77");

  @TempDir
  Path folder;

  private Journal journal;

  @BeforeEach
  void name() {
    journal = Journal.at(folder.resolve("journal"));
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static void policy(Server server, String id, String waivers, String labels) {
    server.seed(
        Kind.CURATION_POLICIES,
        "{'id':'" + id + "','name':'p','scope':'all_repos','policy_action':'block','condition_id':'"
            + server.fake.stored(Kind.CONDITIONS).get(0).path("id").asText()
            + "','waiver_request_config':'forbidden','waivers':[" + waivers
            + "],'label_waivers':[" + labels + "]}");
  }

  private static String waiver(String id, String name, String justification, String more) {
    return "{'id':'" + id + "','pkg_type':'npm','pkg_name':'" + name + "','all_versions':true,"
        + "'justification':'" + justification + "','created_by':'ann'" + more + "}";
  }

  private static String label(String id, String label, String more) {
    return "{'id':'" + id + "','label':'" + label + "','justification':'j'" + more + "}";
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private MigrationPlan exactPlan() {
    return target.migration().exactWaivers().plan(source.migration().snapshot());
  }

  private static JsonNode body(MigrationPlan plan) {
    return plan.steps().get(0).body().orElseThrow();
  }

  private JsonNode stored() {
    return target.fake.stored(Kind.CURATION_POLICIES).get(0);
  }

  @Test
  void areKeptInFiles() throws IOException {
    policy(source, "1", waiver("2", "a", "x", ",'expires_at':'2030'"), label("3", "l", ",'n':1"));
    Snapshot snapshot = source.migration().snapshot();

    snapshot.write(folder);

    assertThat(Snapshot.read(folder)).isEqualTo(snapshot);
    assertThat(Files.readString(folder.resolve("curation-policies/p.json")))
        .contains("\"expires_at\": \"2030\"", "\"n\": 1");
  }

  @Test
  void areLeftOutOfANewPolicyAndCounted() {
    policy(
        source,
        "1",
        waiver("2", "a", "x", ",'expires_at':'2030'") + "," + waiver("4", "b", "x", ""),
        label("3", "l", ",'seats':1"));

    MigrationPlan plan = plan();

    assertThat(plan.skippedWaiverCount()).isEqualTo(2);
    assertThat(plan.toString())
        .startsWith(
            String.format(FIRST_LINE, target.fake.url(), "1 to create, 2 left out (2 waivers)"));
    assertThat(Texts.of(plan.warnings()))
        .containsExactly(
            "2 waivers of curation policy \"p\" are skipped, because this version of the library"
                + " does not know the fields in parentheses, and one of these may be an expiry"
                + " date: npm a all versions (expires_at); label l (seats); add or correct them on"
                + " the target by hand");
    assertThat(Texts.of(plan.skipped()))
        .containsExactly(
            "waiver npm a all versions (expires_at) of curation policy \"p\" is skipped, because"
                + " this version of the library does not know the fields in parentheses and cannot"
                + " copy them",
            "waiver label l (seats) of curation policy \"p\" is skipped, because this version of"
                + " the library does not know the fields in parentheses and cannot copy them");
    assertThat(body(plan).path("waivers").findValuesAsText("pkg_name")).containsExactly("b");
    assertThat(body(plan).has("label_waivers")).isFalse();
  }

  @Test
  void areCountedInThePlansFileAndWhenNothingElseIsToBeDone() {
    policy(source, "1", waiver("2", "a", "x", ",'expires_at':'2030'"), "");
    MigrationPlan plan = plan();
    Path file = folder.resolve("plan.json");
    plan.write(file);

    MigrationPlan read = MigrationPlan.read(file);

    assertThat(read.skippedWaiverCount()).isEqualTo(1);
    assertThat(read.toString()).isEqualTo(plan.toString());
    assertThat(read.toJson().path("skippedWaiverCount").asInt()).isEqualTo(1);
    assertThat(target.migration().apply(read, journal).isComplete()).isTrue();
    assertThat(stored().path("waivers")).isEmpty();
    assertThat(plan().toString())
        .startsWith(
            String.format(FIRST_LINE, target.fake.url(), "no steps, 1 left out (1 waiver)"));
    assertThat(plan().skipped()).isNotEmpty();
  }

  @Test
  void areOneWarningForEachPolicy() {
    policy(source, "1", waiver("2", "a", "x", ",'expires_at':'2030'"), "");
    source.seed(
        Kind.CURATION_POLICIES,
        source
            .fake
            .stored(Kind.CURATION_POLICIES)
            .get(0)
            .toString()
            .replace("\"p\"", "\"q\"")
            .replace("\"1\"", "\"9\""));

    assertThat(Texts.of(plan().warnings()))
        .hasSize(2)
        .allMatch(words ->
            words.startsWith("1 waiver of curation policy ") && words.contains(" is skipped"));
    assertThat(plan().skippedWaiverCount()).isEqualTo(2);
  }

  @Test
  void stayOnATargetThatHasTheSameWaiver() {
    policy(source, "1", waiver("2", "a", "x", ",'expires_at':'2030'"), "");
    policy(target, "5", waiver("6", "a", "x", ",'expires_at':'2030'"), "");

    for (MigrationPlan plan : List.of(plan(), exactPlan())) {
      assertThat(plan.isEmpty()).isTrue();
      assertThat(plan.skippedWaiverCount()).isZero();
      assertThat(plan.warnings()).isEmpty();
      assertThat(plan.skipped()).isEmpty();
    }
  }

  @Test
  void ofOtherValuesStayOnTheTargetAsTheyAreThere() {
    policy(source, "1", waiver("2", "a", "x", ",'expires_at':'2030'"), "");
    policy(target, "5", waiver("6", "a", "x", ",'expires_at':'2031'"), "");

    for (MigrationPlan plan : List.of(plan(), exactPlan())) {
      assertThat(plan.isEmpty()).isTrue();
      assertThat(plan.skipped())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.WAIVER_FIELDS_DIFFER);
      assertThat(plan.skipped().get(0).subject()).isPresent();
      assertThat(Texts.of(plan.skipped()))
          .containsExactly(
              "waiver npm a all versions of curation policy \"p\" differs in fields that this"
                  + " version of the library does not know and cannot copy");
    }
  }

  @Test
  void areNotReplacedWhereWaiversShallBeExact() {
    policy(
        source,
        "1",
        waiver("2", "a", "new", "") + "," + waiver("3", "b", "new", ",'expires_at':'2030'") + ","
            + waiver("4", "c", "new", ""),
        "");
    policy(
        target,
        "5",
        waiver("6", "a", "old", ",'expires_at':'2031'") + "," + waiver("7", "b", "old", "") + ","
            + waiver("8", "c", "old", "") + "," + waiver("9", "d", "old", ",'expires_at':'2032'"),
        "");

    MigrationPlan plan = exactPlan();

    assertThat(body(plan).path("waivers"))
        .extracting(waiver -> waiver.path("id").asText(waiver.path("pkg_name").asText()))
        .containsExactlyInAnyOrder("6", "7", "c");
    assertThat(plan.skippedWaiverCount()).isEqualTo(2);
    assertThat(Texts.of(plan.warnings()))
        .containsExactly(
            "waiver npm d all versions (expires_at) of curation policy \"p\" will be deleted, and a"
                + " rollback cannot restore it, because this version of the library does not know"
                + " the fields in parentheses",
            "2 waivers of curation policy \"p\" are skipped, because this version of the library"
                + " does not know the fields in parentheses, and one of these may be an expiry"
                + " date: npm b all versions (expires_at); npm a all versions (expires_at); add or"
                + " correct them on the target by hand");
    assertThat(plan.warnings())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.WAIVER_NOT_RESTORABLE, PlanNote.Kind.WAIVERS_SKIPPED);
    assertThat(plan.notes())
        .filteredOn(note -> note.kind() == PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS)
        .hasSize(2)
        .allMatch(note ->
            note.object().equals(Optional.of(ObjectKey.of(ObjectKind.CURATION_POLICIES, "p"))))
        .extracting(note -> note.subject().orElseThrow())
        .containsExactly("npm b all versions", "npm a all versions");
    assertThat(plan.warnings().get(0).subject()).contains("npm d all versions");
  }

  @Test
  void areNotThoseThatServersSetAndNotEmptyOnes() {
    policy(
        source, "1", waiver("2", "a", "x", ",'updated_at':'2030','updated_by':'z','e':null"), "");

    assertThat(plan().skippedWaiverCount()).isZero();
    assertThat(body(plan()).path("waivers").get(0).properties())
        .extracting(field -> field.getKey())
        .containsExactlyInAnyOrder("pkg_type", "pkg_name", "all_versions", "justification");
  }

  @Test
  void areNotLostInSilenceByARollback() {
    policy(source, "1", waiver("2", "a", "x", ""), "");
    policy(
        target,
        "5",
        waiver("6", "d", "old", ",'expires_at':'2032'") + "," + waiver("7", "e", "old", ""),
        label("8", "l", ",'expires_at':'2033'"));
    source.seed(
        Kind.POLICIES,
        "{'name':'s','type':'security','rules':[{'name':'r','priority':1,'criteria':"
            + "{'min_severity':'low'},'actions':{}}]}");
    assertThat(target.migration().apply(exactPlan(), journal).isComplete()).isTrue();

    for (StepResult.Outcome state :
        List.of(StepResult.Outcome.DONE, StepResult.Outcome.DONE_BEFORE)) {
      MigrationReport report = target.migration().rollBack(journal);

      assertThat(report.isComplete()).isFalse();
      assertThat(report.results()).extracting(StepResult::outcome).containsOnly(state);
      assertThat(report.results().get(1).notes())
          .extracting(StepNote::kind)
          .containsOnly(StepNote.Kind.WAIVER_NOT_RESTORED);
      assertThat(report.results().get(1).notes())
          .extracting(note -> note.subject().orElseThrow())
          .containsExactly("npm d all versions", "label l");
      assertThat(Texts.of(report.results().get(1).notes()))
          .containsExactly(
              "waiver npm d all versions (expires_at) is not restored, because this version of the"
                  + " library does not know the fields in parentheses",
              "waiver label l (expires_at) is not restored, because this version of the library"
                  + " does not know the fields in parentheses");
    }
    assertThat(stored().path("waivers").findValuesAsText("pkg_name")).containsExactly("e");
    assertThat(stored().path("label_waivers")).isEmpty();
  }

  @Test
  void areNotLostInSilenceByARollbackOfADeletedPolicy() {
    policy(target, "5", waiver("6", "d", "old", ",'expires_at':'2032'"), "");
    target.seed(Kind.CURATION_POLICIES, stored().toString().replaceFirst("\\{", "{'brand_new':1,"));
    MigrationPlan plan = target.migration().prune().plan(source.migration().snapshot());
    assertThat(Texts.of(plan.warnings()))
        .anyMatch(words -> words.contains("a rollback cannot restore it"));
    assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(report.results().get(0).notes())
        .extracting(StepNote::kind)
        .contains(StepNote.Kind.WAIVER_NOT_RESTORED, StepNote.Kind.FIELD_NOT_RESTORED);
    assertThat(report.results().get(0).notes())
        .extracting(note -> note.subject().orElseThrow())
        .containsExactlyInAnyOrder("npm d all versions", "brand_new");
    assertThat(Texts.of(report.results().get(0).notes()))
        .hasSize(2)
        .anyMatch(
            words -> words.startsWith("waiver npm d all versions (expires_at) is not restored"))
        .contains("the field brand_new is not restored, because this version of the library does"
            + " not know it");
    assertThat(stored().path("name").asText()).isEqualTo("p");
    assertThat(stored().path("waivers")).isEmpty();
  }
}
