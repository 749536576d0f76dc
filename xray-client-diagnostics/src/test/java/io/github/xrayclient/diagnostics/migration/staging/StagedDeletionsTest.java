package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.diagnostics.migration.DriftedObject;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is made as a dry run deletes nothing by which blocking would end or begin. */
class StagedDeletionsTest {
  private final Server empty = Server.withBuiltIn("1");
  private final Server target = Server.filled(10);

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    empty.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().asDryRun().prune(20).plan(empty.migration().snapshot());
  }

  @Test
  void keepWhatBlocksAndWhatItNeeds() {
    MigrationPlan plan = plan();

    assertThat(plan.steps())
        .extracting(Object::toString)
        .containsExactly("delete policy critical in project dev");
    assertThat(plan.warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.NOT_DELETED)
        .extracting(PlanNote::text)
        .containsExactlyInAnyOrder(
            kept("watch \"libs\"", "it blocks on the target"),
            kept("curation policy \"no young\"", "it blocks on the target"),
            kept(
                "ignore rule \"" + ruleName(plan) + "\"",
                "what it ignores could be blocked without it"));
    assertThat(plan.warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.STILL_NEEDED)
        .extracting(note -> note.object().orElseThrow().toString())
        .containsExactlyInAnyOrder("policy \"critical\"", "condition \"young\"");
  }

  private static String ruleName(MigrationPlan plan) {
    return plan.onlyOnTarget().stream()
        .map(note -> note.object().orElseThrow())
        .filter(key -> key.kind().directory().equals("ignore-rules"))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static String kept(String object, String why) {
    return object + " is kept although the snapshot does not contain it, because " + why
        + "; to delete it, plan without staging it as a dry run";
  }

  @Test
  void goOnIfNothingBlocks() {
    target.seed(
        Kind.POLICIES,
        target
            .fake
            .stored(Kind.POLICIES)
            .get(0)
            .toString()
            .replace("\"active\":true", "\"active\":false"));
    target.seed(
        Kind.CURATION_POLICIES,
        target
            .fake
            .stored(Kind.CURATION_POLICIES)
            .get(0)
            .toString()
            .replace("\"block\"", "\"dry_run\""));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).hasSize(6);
    assertThat(plan.warnings())
        .extracting(PlanNote::kind)
        .doesNotContain(PlanNote.Kind.NOT_DELETED);
    assertThat(target.migration().apply(plan, Journal.at(folder.resolve("j"))).isComplete())
        .isTrue();
  }

  @Test
  void areListedByADriftInAnyCase() {
    Drift drift = target.migration().asDryRun().drift(empty.migration().snapshot());

    assertThat(drift.onlyOnServer()).extracting(DriftedObject::object).hasSize(6);
    assertThat(drift.isEmpty()).isTrue();
  }

  @Test
  void keepTheWaiversOfACurationPolicyThatBlocks() {
    Server source = target.copy();
    source.seed(
        Kind.CURATION_POLICIES,
        source
            .fake
            .stored(Kind.CURATION_POLICIES)
            .get(0)
            .toString()
            .replaceFirst("\"waivers\":\\[.*?\\](?=,\"label)", "\"waivers\":[]"));

    MigrationPlan staged =
        target.migration().asDryRun().exactWaivers().plan(source.migration().snapshot());
    MigrationPlan plan =
        target.migration().exactWaivers().plan(source.migration().snapshot());
    source.close();

    assertThat(staged.steps()).isEmpty();
    assertThat(staged.onlyOnTarget())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.WAIVER_ONLY_ON_TARGET);
    assertThat(plan.steps()).hasSize(1);
  }

  @Test
  void sayThatARenamedObjectIsKept() {
    target
        .fake
        .stored(Kind.POLICIES)
        .forEach(policy -> empty.seed(Kind.POLICIES, policy.toString()));
    empty.seed(
        Kind.WATCHES,
        target.fake.stored(Kind.WATCHES).get(0).toString().replace("\"libs\"", "\"libraries\""));

    assertThat(plan().warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.LOOKS_RENAMED)
        .singleElement()
        .satisfies(note ->
            assertThat(note.text()).endsWith("the plan creates the new one and keeps the old one"));
  }
}
