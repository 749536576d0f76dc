package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Promotion;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan that is made as a dry run is refused if a policy began to block since, so that one of its
 * steps would now change what is blocked.
 */
class StagedPremiseTest {
  private final Server source = Server.withBuiltIn("1");
  private final Server target = Server.withBuiltIn("2");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static void watch(Server server, String more, String policy) {
    server.seed(
        Kind.WATCHES,
        "{'general_data':{'id':'7','name':'w','active':true" + more + "},'project_resources':"
            + "{'resources':[{'type':'all-repos','name':'All Repositories'}]},"
            + "'assigned_policies':[{'name':'" + policy + "','type':'security'}]}");
  }

  /** The plan as it is after it was written into a file and read. */
  private MigrationPlan plan(Migration migration) {
    Path file = folder.resolve("plan.json");
    migration.plan(source.migration().snapshot()).write(file);
    return MigrationPlan.read(file);
  }

  private Migration staging() {
    return target.migration().asDryRun();
  }

  private boolean apply(MigrationPlan plan) {
    return target.migration().apply(plan, Journal.at(folder.resolve("journal"))).isComplete();
  }

  private void assertRefused(MigrationPlan plan, String policy, String user) {
    assertThatThrownBy(() -> apply(plan))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("somebody changed policy \"" + policy + "\"")
        .hasMessageContaining(
            "(it blocks downloads now, which the step for " + user + " does not allow for)");
  }

  @Test
  void forbidsANewWatchOfAPolicyThatBlocksNow() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    target.policy("p", true, "");

    assertRefused(plan, "p", "watch \"w\"");
    assertThat(target.fake.stored(Kind.WATCHES)).isEmpty();
  }

  @Test
  void forbidsToTakeAPolicyThatBlocksNowFromAWatch() {
    source.policy("other", false, "");
    target.policy("other", false, "");
    target.policy("p", false, "");
    watch(source, "", "other");
    watch(target, "", "p");
    MigrationPlan plan = plan(staging());
    target.policy("p", true, "");

    assertRefused(plan, "p", "watch \"w\"");
  }

  @Test
  void forbidsTheDeletionOfAWatchThatBlocksNow() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    watch(target, "", "p");
    MigrationPlan plan = plan(staging().prune());
    assertThat(plan.steps()).extracting(Object::toString).containsExactly("delete watch w");
    target.policy("p", true, "");

    assertRefused(plan, "p", "watch \"w\"");
  }

  @Test
  void forbidsAPolicyOfAProjectInPlaceOfAGlobalOneThatBlocksNow() {
    target.policy("p", false, "");
    watch(target, ",'project_key':'dev'", "p");
    source.policy("p", false, ",'project_key':'dev'");
    MigrationPlan plan = plan(staging());
    target.policy("p", true, "");

    assertRefused(plan, "p", "policy \"p\" in project \"dev\"");
  }

  @Test
  void forbidsTheDeletionOfAnIgnoreRuleIfAPolicyBlocksNow() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    String rule = "{'id':'%s','notes':'%s','ignore_filters':{'cves':['CVE-2021-1']}}";
    target.seed(Kind.IGNORE_RULES, String.format(rule, "1", "old"));
    source.seed(Kind.IGNORE_RULES, String.format(rule, "2", "new"));
    MigrationPlan plan = plan(staging().prune());
    assertThat(plan.steps()).hasSize(2);
    target.policy("p", true, "");

    assertThatThrownBy(() -> apply(plan))
        .hasMessageContaining("it blocks downloads now, which the step for ignore rule \"old-");
  }

  @Test
  void forbidsToContinueWithAWatchIfItsPolicyWasPromotedMeanwhile() {
    source.policy("p", true, "");
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    target.fake.forbid("/xray/api/v2/watches/w");
    assertThat(apply(plan)).isFalse();
    target.fake.permit("/xray/api/v2/watches/w");
    target
        .migration()
        .apply(
            target
                .migration()
                .planPromotion(Promotion.ofPolicy("p").as(source.migration().snapshot())),
            Journal.at(folder.resolve("promotion")));

    assertRefused(plan, "p", "watch \"w\"");
    assertThat(target.fake.stored(Kind.WATCHES)).isEmpty();
  }

  @Test
  void forbidsToContinueIfAPolicyOfTheProjectWasDeletedMeanwhile() {
    String dev = ",'project_key':'dev'";
    source.policy("p", false, dev);
    watch(source, dev, "p");
    target.policy("p", false, dev);
    target.policy("p", true, "");
    MigrationPlan plan = plan(staging());
    target.fake.forbid("/xray/api/v2/watches/w");
    assertThat(apply(plan)).isFalse();
    target.fake.permit("/xray/api/v2/watches/w");
    target.xray.policies().inProject("dev").delete("p");

    assertThatThrownBy(() -> apply(plan))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "somebody deleted policy \"p\" in project \"dev\", which watch \"w\"");
    assertThat(target.fake.stored(Kind.WATCHES)).isEmpty();
  }

  @Test
  void allowsToReadTheResultAgainIfAllStepsAreDone() {
    source.policy("p", true, "");
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    assertThat(apply(plan)).isTrue();
    target.policy("p", true, "");

    assertThat(apply(plan)).isTrue();
  }

  @Test
  void forbidsANewWatchOfAProjectThatGetsAPolicyWithThatNameMeanwhile() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    watch(source, ",'project_key':'dev'", "p");
    MigrationPlan plan = plan(staging());
    target.policy("p", true, ",'project_key':'dev'");

    assertRefused(plan, "p\" in project \"dev", "watch \"w\" in project \"dev\"");
  }

  @Test
  void allowsThatAPolicyBlocksIfItsWatchIsInactive() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    source.seed(Kind.WATCHES, inactive("after"));
    target.seed(Kind.WATCHES, inactive("before"));
    MigrationPlan plan = plan(staging());
    assertThat(plan.steps()).hasSize(1);
    target.policy("p", true, "");

    assertThat(apply(plan)).isTrue();
  }

  private static String inactive(String description) {
    return "{'general_data':{'id':'7','name':'w','active':false,'description':'" + description
        + "'},'project_resources':{'resources':[{'type':'all-repos','name':'All Repositories'}]},"
        + "'assigned_policies':[{'name':'p','type':'security'}]}";
  }

  @Test
  void allowsOtherPoliciesToChange() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    target.policy("other", false, "");
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    target
        .migration()
        .apply(
            target.migration().planPromotion(Promotion.ofPolicy("other")),
            Journal.at(folder.resolve("promotion")));

    assertThat(apply(plan)).isTrue();
  }

  @Test
  void doesNotConcernAPlanThatIsNotStaged() {
    source.policy("p", false, "");
    target.policy("p", false, "");
    watch(source, "", "p");
    MigrationPlan plan = plan(target.migration().select(Selection.all().only(ObjectKind.WATCHES)));
    target.policy("p", true, "");

    assertThat(apply(plan)).isTrue();
  }
}
