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

  private static void policy(Server server, String name, String more, boolean blocks) {
    server.seed(
        Kind.POLICIES,
        "{'name':'" + name + "','type':'security'" + more + ",'rules':[{'name':'r','priority':1,"
            + "'criteria':{'min_severity':'High'},'actions':{'block_download':{'active':" + blocks
            + ",'unscanned':false}}}]}");
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
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    policy(target, "p", "", true);

    assertRefused(plan, "p", "watch \"w\"");
    assertThat(target.fake.stored(Kind.WATCHES)).isEmpty();
  }

  @Test
  void forbidsToTakeAPolicyThatBlocksNowFromAWatch() {
    policy(source, "other", "", false);
    policy(target, "other", "", false);
    policy(target, "p", "", false);
    watch(source, "", "other");
    watch(target, "", "p");
    MigrationPlan plan = plan(staging());
    policy(target, "p", "", true);

    assertRefused(plan, "p", "watch \"w\"");
  }

  @Test
  void forbidsTheDeletionOfAWatchThatBlocksNow() {
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    watch(target, "", "p");
    MigrationPlan plan = plan(staging().prune());
    assertThat(plan.steps()).extracting(Object::toString).containsExactly("delete watch w");
    policy(target, "p", "", true);

    assertRefused(plan, "p", "watch \"w\"");
  }

  @Test
  void forbidsAPolicyOfAProjectInPlaceOfAGlobalOneThatBlocksNow() {
    policy(target, "p", "", false);
    watch(target, ",'project_key':'dev'", "p");
    policy(source, "p", ",'project_key':'dev'", false);
    MigrationPlan plan = plan(staging());
    policy(target, "p", "", true);

    assertRefused(plan, "p", "policy \"p\" in project \"dev\"");
  }

  @Test
  void forbidsTheDeletionOfAnIgnoreRuleIfAPolicyBlocksNow() {
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    String rule = "{'id':'%s','notes':'%s','ignore_filters':{'cves':['CVE-2021-1']}}";
    target.seed(Kind.IGNORE_RULES, String.format(rule, "1", "old"));
    source.seed(Kind.IGNORE_RULES, String.format(rule, "2", "new"));
    MigrationPlan plan = plan(staging().prune());
    assertThat(plan.steps()).hasSize(2);
    policy(target, "p", "", true);

    assertThatThrownBy(() -> apply(plan))
        .hasMessageContaining("it blocks downloads now, which the step for ignore rule \"old-");
  }

  @Test
  void forbidsToContinueWithAWatchIfItsPolicyWasPromotedMeanwhile() {
    policy(source, "p", "", true);
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
  void allowsToReadTheResultAgainIfAllStepsAreDone() {
    policy(source, "p", "", true);
    watch(source, "", "p");
    MigrationPlan plan = plan(staging());
    assertThat(apply(plan)).isTrue();
    policy(target, "p", "", true);

    assertThat(apply(plan)).isTrue();
  }

  @Test
  void forbidsANewWatchOfAProjectThatGetsAPolicyWithThatNameMeanwhile() {
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    watch(source, ",'project_key':'dev'", "p");
    MigrationPlan plan = plan(staging());
    policy(target, "p", ",'project_key':'dev'", true);

    assertRefused(plan, "p\" in project \"dev", "watch \"w\" in project \"dev\"");
  }

  @Test
  void allowsThatAPolicyBlocksIfItsWatchIsInactive() {
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    source.seed(Kind.WATCHES, inactive("after"));
    target.seed(Kind.WATCHES, inactive("before"));
    MigrationPlan plan = plan(staging());
    assertThat(plan.steps()).hasSize(1);
    policy(target, "p", "", true);

    assertThat(apply(plan)).isTrue();
  }

  private static String inactive(String description) {
    return "{'general_data':{'id':'7','name':'w','active':false,'description':'" + description
        + "'},'project_resources':{'resources':[{'type':'all-repos','name':'All Repositories'}]},"
        + "'assigned_policies':[{'name':'p','type':'security'}]}";
  }

  @Test
  void allowsOtherPoliciesToChange() {
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    policy(target, "other", "", false);
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
    policy(source, "p", "", false);
    policy(target, "p", "", false);
    watch(source, "", "p");
    MigrationPlan plan = plan(target.migration().select(Selection.all().only(ObjectKind.WATCHES)));
    policy(target, "p", "", true);

    assertThat(apply(plan)).isTrue();
  }
}
