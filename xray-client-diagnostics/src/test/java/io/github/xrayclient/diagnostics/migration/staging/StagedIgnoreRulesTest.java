package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ignore rule exempts is not blocked earlier if a plan is made as a dry run. */
class StagedIgnoreRulesTest {
  private final Server source = Server.withBuiltIn("1");
  private final Server target = Server.withBuiltIn("2");

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static void policy(Server server, boolean blocks) {
    server.seed(
        Kind.POLICIES,
        "{'name':'p','type':'security','rules':[{'name':'r','priority':1,'criteria':"
            + "{'min_severity':'High'},'actions':{'block_download':{'active':" + blocks
            + ",'unscanned':false}}}]}");
  }

  /** An ignore rule that ends at this time, or never if it is null. */
  private static void rule(Server server, String end) {
    server.seed(
        Kind.IGNORE_RULES,
        "{'id':'1','notes':'n'," + (end == null ? "" : "'expires_at':'" + end + "',")
            + "'ignore_filters':{'cves':['CVE-2021-1']}}");
  }

  private Migration staging() {
    return target
        .migration()
        .select(Selection.all().only(ObjectKind.IGNORE_RULES))
        .asDryRun();
  }

  private MigrationPlan plan() {
    return staging().plan(source.migration().snapshot());
  }

  @ParameterizedTest
  @CsvSource({
    ", 2090-01-01T00:00:00Z",
    "2091-01-01T00:00:00Z, 2090-01-01T00:00:00Z",
    "2091-01-01T00:00:00Z, 2090-12-31T23:59:59-01:00"
  })
  void isKeptIfThatOfTheSnapshotEndsEarlier(String stored, String wanted) {
    policy(target, true);
    rule(target, stored);
    rule(source, wanted);
    boolean isEarlier = !wanted.endsWith("-01:00"); // which is later in another offset

    MigrationPlan plan = plan();

    assertThat(plan.steps()).hasSize(isEarlier ? 0 : 2);
    assertThat(plan.warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.NOT_DELETED)
        .hasSize(isEarlier ? 1 : 0)
        .allSatisfy(note -> assertThat(note.text())
            .endsWith(" is not replaced by that of the snapshot, which ends earlier (" + wanted
                + "), because what it ignores could be blocked then; to replace it, plan without"
                + " staging it as a dry run"));
    assertThat(staging().drift(source.migration().snapshot()).isEmpty()).isEqualTo(isEarlier);
  }

  @Test
  void isReplacedIfThatOfTheSnapshotNeverEnds() {
    policy(target, true);
    rule(target, "2090-01-01T00:00:00Z");
    rule(source, null);

    assertThat(plan().steps()).hasSize(2);
  }

  @Test
  void isReplacedIfNoPolicyBlocks() {
    policy(target, false);
    rule(target, null);
    rule(source, "2090-01-01T00:00:00Z");

    assertThat(plan().steps()).hasSize(2);
  }

  @Test
  void isReplacedByAPlanThatIsNotStaged() {
    policy(target, true);
    rule(target, null);
    rule(source, "2090-01-01T00:00:00Z");

    assertThat(target
            .migration()
            .select(Selection.all().only(ObjectKind.IGNORE_RULES))
            .plan(source.migration().snapshot())
            .steps())
        .hasSize(2);
  }
}
