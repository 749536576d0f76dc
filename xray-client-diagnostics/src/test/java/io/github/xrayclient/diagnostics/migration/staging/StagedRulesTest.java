package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Promotion;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a policy that block on the target go on blocking if a plan is made as a dry run. */
class StagedRulesTest {
  private static final String ON = "{'block_download':{'active':true,'unscanned':false}}";
  private static final String OFF = "{'block_download':{'active':false,'unscanned':false}}";

  private final Server source = Server.withBuiltIn("1");
  private final Server target = Server.withBuiltIn("2");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static String rule(String name, int priority, String severity, String actions) {
    return "{'name':'" + name + "','priority':" + priority + ",'criteria':{'min_severity':'"
        + severity + "'},'actions':" + actions + "}";
  }

  private static void policy(Server server, String... rules) {
    server.seed(
        Kind.POLICIES, "{'name':'p','type':'security','rules':[" + String.join(",", rules) + "]}");
  }

  private MigrationPlan plan() {
    return target.migration().asDryRun().plan(source.migration().snapshot());
  }

  private MigrationPlan apply(MigrationPlan plan, String journal) {
    assertThat(
            target.migration().apply(plan, Journal.at(folder.resolve(journal))).isComplete())
        .isTrue();
    return plan;
  }

  /** Whether each rule of the target blocks, in the order of their priorities. */
  private Map<Integer, String> rules() {
    Map<Integer, String> rules = new TreeMap<>();
    for (JsonNode rule : target.fake.stored(Kind.POLICIES).get(0).path("rules")) {
      rules.put(
          rule.path("priority").asInt(),
          rule.path("name").asText()
              + (rule.at("/actions/block_download/active").asBoolean() ? " blocks" : ""));
    }
    return rules;
  }

  @Test
  void blockUnderANewName() {
    policy(source, rule("block-critical", 1, "Critical", ON));
    policy(target, rule("block", 1, "Critical", ON));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "block-critical blocks"));
    assertThat(plan.awaitingPromotion()).isEmpty();
    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void areFoundByTheirContentIfTwoChangeTheirNames() {
    policy(source, rule("x", 1, "Low", OFF), rule("y", 2, "Critical", ON));
    policy(target, rule("x", 1, "Critical", ON), rule("y", 2, "Low", OFF));

    apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "y blocks"), Map.entry(2, "x"));
  }

  @Test
  void areNotPrecededByANewRuleThatMatchesMore() {
    policy(source, rule("strict", 1, "High", ON), rule("r", 2, "Critical", ON));
    policy(target, rule("r", 1, "Critical", ON));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "r blocks"), Map.entry(2, "strict"));
    assertThat(plan.awaitingPromotion())
        .singleElement()
        .satisfies(note -> assertThat(note.subject()).contains("strict"));
    assertThat(plan.skipped())
        .filteredOn(note -> note.kind() == PlanNote.Kind.RULE_ORDER_KEPT)
        .extracting(PlanNote::text)
        .containsExactly(
            "the rules of policy \"p\" have another order than in the snapshot, because"
                + " those that decide what it blocks on the target keep their places there; to"
                + " change the order, plan without staging it as a dry run");
    assertThat(plan.warnings()).isEmpty();
    assertThat(plan().steps()).isEmpty();
    apply(target.migration().plan(source.migration().snapshot()), "last");
    assertThat(rules()).containsExactly(Map.entry(1, "strict blocks"), Map.entry(2, "r blocks"));
  }

  @Test
  void stayBehindARuleThatShieldsSomeOfThem() {
    policy(source, rule("block", 1, "High", ON));
    policy(target, rule("allow", 1, "Critical", OFF), rule("block", 2, "High", ON));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "allow"), Map.entry(2, "block blocks"));
    assertThat(plan.skipped()).singleElement().satisfies(note -> {
      assertThat(note.subject()).contains("allow");
      assertThat(note.text())
          .isEqualTo("the rule \"allow\" of policy \"p\" is kept, although the snapshot does not"
              + " have it, because a rule behind it blocks downloads on the target and"
              + " could block more without it; to delete it, plan without staging it as"
              + " a dry run");
    });
    assertThat(plan.steps()).isEmpty();
  }

  @Test
  void stayBehindItIfTheyHaveNoPriority() {
    policy(source, rule("block", 1, "High", ON));
    policy(
        target,
        rule("allow", 1, "Critical", OFF),
        rule("block", 2, "High", ON).replace("'priority':2,", ""));

    apply(plan(), "first");

    assertThat(rules()).containsEntry(1, "allow").hasSize(2);
  }

  @Test
  void haveNoStepIfTheyHaveNoPriorityOnEitherSide() {
    String[] rules = {
      rule("allow", 0, "Critical", OFF).replace("'priority':0,", ""),
      rule("block", 0, "High", ON).replace("'priority':0,", "")
    };
    policy(source, rules);
    policy(target, rules);

    MigrationPlan plan = plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void haveNoNoteIfOnlyANameChangesBesideARuleOfEqualPriority() {
    policy(source, rule("zblock", 1, "High", ON));
    policy(target, rule("block", 1, "High", ON), rule("note", 1, "Critical", OFF));

    assertThat(plan().warnings()).isEmpty();
  }

  @Test
  void stayBehindSuchARuleInWhateverOrderTheSnapshotHasThem() {
    policy(source, rule("block", 1, "High", ON), rule("allow", 2, "Critical", OFF));
    policy(target, rule("allow", 1, "Critical", OFF), rule("block", 2, "High", ON));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.skipped())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.RULE_ORDER_KEPT);
  }

  @Test
  void keepEqualPrioritiesOfWhichItIsNotKnownWhichCountsFirst() {
    policy(source, rule("block", 1, "High", ON));
    policy(target, rule("allow", 1, "Critical", OFF), rule("block", 1, "High", ON));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.skipped())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.STILL_BLOCKS);
  }

  @Test
  void keepARuleThatMayCountBeforeTheOneThatBlocks() {
    policy(source, rule("block", 1, "High", ON));
    policy(target, rule("block", 1, "High", ON), rule("note", 1, "Critical", OFF));

    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void doNotChangePrioritiesBehindThem() {
    policy(
        source,
        rule("block", 1, "High", ON),
        rule("one", 2, "Low", OFF),
        rule("two", 2, "Medium", OFF));
    policy(target, rule("block", 1, "High", ON));

    apply(plan(), "first");

    assertThat(target.migration().plan(source.migration().snapshot()).steps()).isEmpty();
  }

  @Test
  void keepAnOrderThatTheSnapshotLeavesOpen() {
    policy(source, rule("allow", 1, "Critical", OFF), rule("block", 1, "High", ON));
    policy(target, rule("block", 1, "High", ON), rule("allow", 2, "Critical", OFF));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(plan.skipped())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.RULE_ORDER_KEPT);
    assertThat(rules()).containsExactly(Map.entry(1, "block blocks"), Map.entry(2, "allow"));
    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void haveANoteIfEqualPrioritiesOfTheSnapshotLeaveTheirOrderOpen() {
    policy(source, rule("block", 1, "High", ON), rule("other", 1, "Critical", OFF));
    policy(target, rule("block", 1, "High", ON), rule("other", 2, "Critical", OFF));

    assertKeepsTheOrder(plan());
  }

  @Test
  void haveANoteIfEqualPrioritiesOfTheTargetLeaveTheirOrderOpen() {
    policy(source, rule("block", 1, "High", ON), rule("other", 2, "Critical", OFF));
    policy(target, rule("block", 1, "High", ON), rule("other", 1, "Critical", OFF));

    assertKeepsTheOrder(plan());
  }

  private static void assertKeepsTheOrder(MigrationPlan plan) {
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.skipped())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.RULE_ORDER_KEPT);
  }

  @Test
  void haveNoNoteIfOnlyRulesBehindThemChange() {
    policy(source, rule("block", 1, "Critical", ON), rule("report", 2, "Low", OFF));
    policy(target, rule("block", 1, "Critical", ON), rule("report", 2, "High", OFF));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.warnings()).isEmpty();
  }

  @Test
  void areKeptIfTheSnapshotLacksThem() {
    policy(source, rule("other", 1, "Low", OFF));
    policy(target, rule("block", 1, "Critical", ON), rule("idle", 2, "High", OFF));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "block blocks"), Map.entry(2, "other"));
    assertThat(plan.skipped())
        .filteredOn(note -> note.kind() != PlanNote.Kind.FIELD_NOT_READABLE)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.subject()).contains("block");
          assertThat(note.text())
              .isEqualTo("the rule \"block\" of policy \"p\" blocks downloads on the target and is"
                  + " kept, although the snapshot does not have it; to delete it, plan without"
                  + " staging it as a dry run");
        });
    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void areKeptBehindTheRulesThatWereEvaluatedBefore() {
    policy(source, rule("first", 4, "Critical", OFF), rule("last", 5, "Low", OFF));
    policy(
        target,
        rule("first", 1, "Critical", OFF),
        rule("block", 2, "High", ON),
        rule("block more", 3, "Medium", ON),
        rule("last", 4, "Low", OFF));

    apply(plan(), "first");

    assertThat(rules())
        .containsExactly(
            Map.entry(1, "first"),
            Map.entry(2, "block blocks"),
            Map.entry(3, "block more blocks"),
            Map.entry(5, "last"));
    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void areNotSentTwiceUnderOneName() {
    policy(source, rule("x", 1, "Low", ON));
    policy(target, rule("x", 1, "Critical", ON), rule("z", 2, "Low", ON));

    apply(plan(), "first");

    assertThat(rules()).containsExactly(Map.entry(1, "x blocks"), Map.entry(2, "z blocks"));
    assertThat(plan().steps()).isEmpty();
  }

  @Test
  void areReplacedByAPromotionAndALaterPlan() {
    policy(source, rule("block-critical", 1, "High", ON));
    policy(target, rule("block", 1, "Critical", ON));

    MigrationPlan plan = apply(plan(), "first");

    assertThat(rules())
        .containsExactly(Map.entry(1, "block blocks"), Map.entry(2, "block-critical"));
    assertThat(plan.awaitingPromotion())
        .singleElement()
        .satisfies(note -> assertThat(note.subject()).contains("block-critical"));
    apply(
        target
            .migration()
            .planPromotion(Promotion.ofPolicy("p").as(source.migration().snapshot())),
        "promotion");
    assertThat(rules())
        .containsExactly(Map.entry(1, "block blocks"), Map.entry(2, "block-critical blocks"));
    apply(target.migration().plan(source.migration().snapshot()), "last");
    assertThat(rules()).containsExactly(Map.entry(1, "block-critical blocks"));
  }

  @Test
  void stayAsTheyAreIfThePolicyGetsAnotherType() {
    source.seed(
        Kind.POLICIES,
        "{'name':'p','type':'license','rules':[{'name':'r','priority':1,"
            + "'criteria':{'banned_licenses':['MIT']},'actions':{}}]}");
    policy(target, rule("r", 1, "Critical", ON));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.skipped())
        .extracting(PlanNote::text)
        .contains("policy \"p\" blocks downloads on the target and is not changed, because it has"
            + " another type in the snapshot; to change it, plan without staging it as a dry run");
  }

  @Test
  void haveANoteIfTheyBeginToMatchOtherPackages() {
    policy(source, rule("r", 1, "High", ON), rule("mail", 2, "Low", OFF));
    policy(
        target, rule("r", 1, "Critical", ON), rule("mail", 2, "Low", "{'mails':['a@x.example']}"));

    MigrationPlan plan = plan();

    assertThat(plan.warnings())
        .filteredOn(note -> note.kind() == PlanNote.Kind.BLOCKING_CHANGES)
        .extracting(PlanNote::text)
        .containsExactly("policy \"p\" blocks on the target, and its update changes at once what is"
            + " blocked (rules)");
    assertThat(
            target.migration().asDryRun().drift(source.migration().snapshot()).notes())
        .extracting(PlanNote::kind)
        .doesNotContain(PlanNote.Kind.BLOCKING_CHANGES);
  }

  @Test
  void haveNoSuchNoteIfOnlyMailsChange() {
    policy(
        source,
        rule(
            "r",
            1,
            "Critical",
            "{'mails':['b@x.example'],'block_download':" + "{'active':true,'unscanned':false}}"));
    policy(target, rule("r", 1, "Critical", ON));

    MigrationPlan plan = plan();

    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.warnings()).isEmpty();
  }
}
