package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes of a plan that is made as a dry run, on what blocks on the target. */
class StagedNotesTest {
  private final Server target = Server.filled(10);
  private final Server source = target.copy();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  /** Replaces a part of the first object of a kind, in which apostrophes stand for quotes. */
  private static void change(Server server, Kind kind, String from, String to) {
    String object = server.fake.stored(kind).get(0).toString().replace('"', '\'');
    assertThat(object).contains(from);
    server.seed(kind, object.replace(from, to));
  }

  private Migration staging() {
    return target.migration().asDryRun();
  }

  private MigrationPlan plan() {
    return staging().plan(source.migration().snapshot());
  }

  private static List<String> texts(List<PlanNote> notes, PlanNote.Kind kind) {
    return notes.stream()
        .filter(note -> note.kind() == kind)
        .map(PlanNote::text)
        .collect(Collectors.toList());
  }

  @Test
  void warnOfANewValueOfAConditionByWhichAPolicyBlocks() {
    source
        .fake
        .stored(Kind.CONDITIONS)
        .forEach(condition -> source.seed(
            Kind.CONDITIONS, condition.toString().replace("\"value\":7", "\"value\":30")));

    assertThat(texts(plan().warnings(), PlanNote.Kind.BLOCKING_CHANGES))
        .containsExactly("condition \"young\" is the condition of a curation policy that blocks on"
            + " the target, and its update changes at once what is blocked (param_values)");
  }

  @Test
  void warnOfOtherRepositoriesOfAPolicyThatBlocks() {
    change(source, Kind.CURATION_POLICIES, "'b-remote'", "'c-remote'");

    assertThat(texts(plan().warnings(), PlanNote.Kind.BLOCKING_CHANGES))
        .containsExactly("curation policy \"no young\" blocks on the target, and its update changes"
            + " at once what is blocked (repo_exclude)");
  }

  @Test
  void doNotWarnOfWhatDoesNotMatterForBlocking() {
    change(source, Kind.CURATION_POLICIES, "'forbidden'", "'manual'");
    change(source, Kind.POLICIES, "'type':", "'description':'new','type':");
    change(source, Kind.WATCHES, "'name':'libs'", "'name':'libs','description':'new'");

    MigrationPlan plan = plan();

    assertThat(plan.steps()).hasSize(3);
    assertThat(texts(plan.warnings(), PlanNote.Kind.BLOCKING_CHANGES)).isEmpty();
  }

  @Test
  void haveTheNewNameOfARenamedPolicy() {
    change(
        target,
        Kind.CURATION_POLICIES,
        "'name':'no young'",
        "'brand_new':true,'name':'no old name'");
    change(
        source,
        Kind.CURATION_POLICIES,
        "'waivers':[",
        "'waivers':[{'id':'99','pkg_type':'npm','pkg_name':'new','all_versions':true,"
            + "'justification':'x'},");

    MigrationPlan plan = staging().prune().plan(source.migration().snapshot());

    assertThat(plan.steps())
        .extracting(Object::toString)
        .containsExactly("update curation policy no young, renamed from no old name");
    assertThat(texts(plan.warnings(), PlanNote.Kind.BLOCKING_CHANGES))
        .containsExactly("curation policy \"no young\" blocks on the target, and its update changes"
            + " at once what is blocked (waivers)");
    assertThat(texts(plan.warnings(), PlanNote.Kind.FIELD_MAY_BE_RESET))
        .singleElement()
        .asString()
        .startsWith("the update of curation policy \"no young\" may reset");
  }

  @Test
  void sayHowToReplaceAWaiverOfAPolicyThatBlocks() {
    change(source, Kind.CURATION_POLICIES, "'vendored'", "'reviewed'");
    change(
        target,
        Kind.CURATION_POLICIES,
        "'waivers':[",
        "'waivers':[{'id':'99','pkg_type':'npm','pkg_name':'new','all_versions':true,"
            + "'justification':'x'},");
    Snapshot snapshot = source.migration().snapshot();

    MigrationPlan exact = staging().exactWaivers().plan(snapshot);

    assertThat(exact.steps()).isEmpty();
    assertThat(texts(exact.skipped(), PlanNote.Kind.WAIVER_JUSTIFICATION_DIFFERS))
        .singleElement()
        .asString()
        .endsWith(
            " differs and cannot be edited; to replace the waiver, plan with exact waivers and"
                + " without staging it as a dry run");
    assertThat(texts(exact.onlyOnTarget(), PlanNote.Kind.WAIVER_ONLY_ON_TARGET))
        .singleElement()
        .asString()
        .endsWith(
            "; it is kept, because the policy blocks there; to delete it, plan without staging"
                + " it as a dry run");
    assertThat(
            texts(staging().plan(snapshot).skipped(), PlanNote.Kind.WAIVER_JUSTIFICATION_DIFFERS))
        .singleElement()
        .asString()
        .endsWith("plan with exact waivers");
  }

  @Test
  void ofADriftDoNotHideAWaiverThatSomebodyAdded() {
    change(
        target,
        Kind.CURATION_POLICIES,
        "'waivers':[",
        "'waivers':[{'id':'99','pkg_type':'npm','pkg_name':'new','all_versions':true,"
            + "'justification':'x'},");

    Drift drift = staging().exactWaivers().drift(source.migration().snapshot());

    assertThat(drift.isEmpty()).isFalse();
  }

  @Test
  void nameAMisspelledFieldAlsoIfTheObjectIsStaged() throws IOException {
    source.migration().snapshot().write(folder);
    Path file = folder.resolve("policies/critical.json");
    Files.writeString(
        file, Files.readString(file).replace("\"rules\"", "\"descripton\": \"x\", \"rules\""));
    try (Server empty = Server.withBuiltIn("2")) {
      MigrationPlan plan = empty.migration().unchecked().asDryRun().plan(Snapshot.read(folder));

      assertThat(texts(plan.warnings(), PlanNote.Kind.MAY_BE_REFUSED))
          .singleElement()
          .asString()
          .contains("descripton of policy \"critical\" is not a known field");
    }
  }
}
