package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watch neither begins nor stops to block if a plan is made as a dry run. */
class StagedWatchesTest {
  private final Server source = Server.withBuiltIn("1");
  private final Server target = Server.withBuiltIn("2");

  @TempDir
  Path folder;

  @BeforeEach
  void seedPolicies() {
    for (Server server : List.of(source, target)) {
      server.policy("blocks", true, "");
      server.policy("blocks too", true, "");
      server.policy("reports", false, "");
    }
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static void watch(Server server, boolean active, String repositories, String policies) {
    StringBuilder resources = new StringBuilder();
    for (String name : repositories.split(",", -1)) {
      resources
          .append(resources.length() == 0 ? "" : ",")
          .append("{'type':'repository','name':'" + name
              + "','bin_mgr_id':'default','repo_type':'local'}");
    }
    StringBuilder assigned = new StringBuilder();
    for (String name : policies.split(",", -1)) {
      assigned
          .append(assigned.length() == 0 ? "" : ",")
          .append("{'name':'" + name + "','type':'security'}");
    }
    server.seed(
        Kind.WATCHES,
        "{'general_data':{'id':'7','name':'w','description':'of " + server.fake.url()
            + "','active':" + active + "},'project_resources':{'resources':[" + resources
            + "]},'assigned_policies':[" + assigned + "]}");
  }

  private Migration staging() {
    return target.migration().asDryRun();
  }

  /** Applies a plan, after which another one must have no step. */
  private MigrationPlan applied(Migration migration) {
    MigrationPlan plan = migration.plan(source.migration().snapshot());
    assertThat(plan.warnings())
        .extracting(PlanNote::kind)
        .doesNotContain(PlanNote.Kind.BLOCKING_CHANGES);
    assertThat(target
            .migration()
            .apply(plan, Journal.at(folder.resolve("journal")))
            .isComplete())
        .isTrue();
    assertThat(migration.plan(source.migration().snapshot()).steps()).isEmpty();
    return plan;
  }

  /** The watch of the target: its switch, its resources and its policies. */
  private String stored() {
    JsonNode watch = target.fake.stored(Kind.WATCHES).get(0);
    assertThat(watch.at("/general_data/description").asText()).isEqualTo("of " + source.fake.url());
    return (watch.at("/general_data/active").asBoolean() ? "on " : "off ")
        + names(watch.at("/project_resources/resources"))
        + names(watch.path("assigned_policies"));
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(entry -> names.add(entry.path("name").asText()));
    names.sort(null);
    return names;
  }

  private static List<String> waiting(MigrationPlan plan) {
    List<String> texts = new ArrayList<>();
    plan.awaitingPromotion().forEach(note -> {
      assertThat(note.kind()).isEqualTo(PlanNote.Kind.WATCH_AWAITS_PROMOTION);
      texts.add(note.text());
    });
    return texts;
  }

  private static List<String> kept(MigrationPlan plan) {
    List<String> texts = new ArrayList<>();
    plan.skipped().stream()
        .filter(note -> note.kind() == PlanNote.Kind.STILL_BLOCKS)
        .forEach(note -> texts.add(note.text()));
    return texts;
  }

  @Nested
  class Ending {
    @Test
    void isHeldBackForTheSwitch() {
      watch(source, false, "a", "blocks");
      watch(target, true, "a", "blocks");

      MigrationPlan plan = applied(staging());

      assertThat(stored()).isEqualTo("on [a][blocks]");
      assertThat(waiting(plan)).isEmpty();
      assertThat(kept(plan))
          .containsExactly(
              "watch \"w\" blocks downloads on the target and stays active, although it"
                  + " is not active in the snapshot; to change this, plan the watch without staging it"
                  + " as a dry run");
    }

    @Test
    void isHeldBackForAResource() {
      watch(source, true, "a", "blocks");
      watch(target, true, "a,b", "blocks");

      assertThat(kept(applied(staging())))
          .singleElement()
          .asString()
          .contains("keeps its resources");
      assertThat(stored()).isEqualTo("on [a, b][blocks]");
    }

    @Test
    void isHeldBackForAPolicy() {
      watch(source, true, "a", "reports");
      watch(target, true, "a", "blocks");

      assertThat(kept(applied(staging())))
          .singleElement()
          .asString()
          .contains("keeps the policy \"blocks\"");
      assertThat(stored()).isEqualTo("on [a][blocks, reports]");
    }

    @Test
    void isHeldBackForAGlobalPolicyOfAProject() {
      String name = "w in dev";
      String watch = "{'general_data':{'id':'8','name':'" + name
          + "','active':%s,'project_key':'dev'},'project_resources':{'resources':[{'type':"
          + "'all-repos'}]},'assigned_policies':[{'name':'blocks','type':'security'}]}";
      source.seed(Kind.WATCHES, String.format(watch, false));
      target.seed(Kind.WATCHES, String.format(watch, true));

      MigrationPlan plan =
          staging().inProject("dev").plan(source.migration().inProject("dev").snapshot());

      assertThat(plan.steps()).isEmpty();
      assertThat(kept(plan)).singleElement().asString().contains("stays active");
    }

    @Test
    void isHeldBackForAPolicyThatWouldHideAGlobalOne() {
      String watch = "{'general_data':{'id':'8','name':'own','active':true,'project_key':'dev'},"
          + "'project_resources':{'resources':[{'type':'all-repos'}]},"
          + "'assigned_policies':[{'name':'blocks','type':'security'}]}";
      target.seed(Kind.WATCHES, watch);
      source.seed(Kind.WATCHES, watch);
      source.policy("blocks", true, ",'project_key':'dev'");

      MigrationPlan plan = staging().plan(source.migration().snapshot());

      assertThat(plan.steps()).isEmpty();
      assertThat(kept(plan))
          .containsExactly(
              "policy \"blocks\" in project \"dev\" is not created, because watch \"own\" in"
                  + " project \"dev\" blocks downloads on the target with the global policy \"blocks\" and"
                  + " would use the new one instead; to create it, plan without staging it as a dry"
                  + " run");
    }

    @Test
    void isDoneByAPlanThatIsNotStaged() {
      watch(source, false, "a", "reports");
      watch(target, true, "a,b", "blocks");

      applied(target.migration().select(Selection.all().only(ObjectKind.WATCHES)));

      assertThat(stored()).isEqualTo("off [a][reports]");
    }
  }

  @Nested
  class Beginning {
    @Test
    void isHeldBackForANewWatch() {
      watch(source, true, "a", "blocks");

      MigrationPlan plan = applied(staging());

      assertThat(stored()).isEqualTo("off [a][blocks]");
      assertThat(waiting(plan))
          .containsExactly("watch \"w\" is not active on the target, because one of its policies"
              + " blocks downloads there; to change this, plan the watch without staging it as a"
              + " dry run");
    }

    @Test
    void isHeldBackForTheSwitch() {
      watch(source, true, "a,b", "blocks");
      watch(target, false, "a", "reports");

      assertThat(waiting(applied(staging()))).hasSize(1);
      assertThat(stored()).isEqualTo("off [a, b][blocks]");
    }

    @Test
    void isHeldBackForTheFirstPolicyThatBlocks() {
      watch(source, true, "a,b", "blocks");
      watch(target, true, "a", "reports");

      assertThat(waiting(applied(staging().prune(10))))
          .singleElement()
          .asString()
          .contains("keeps its policies on the target");
      assertThat(stored()).isEqualTo("on [a, b][reports]");
    }

    @Test
    void keepsAPolicyThatTheWatchGoesOnUsing() {
      watch(source, true, "a", "blocks");
      watch(target, true, "a", "old");
      target.policy("old", false, "");

      applied(staging().prune(10));

      assertThat(stored()).isEqualTo("on [a][old]");
      assertThat(target.fake.stored(Kind.POLICIES))
          .extracting(policy -> policy.path("name").asText())
          .contains("old");
    }

    @Test
    void isHeldBackForAnotherPolicyThatBlocks() {
      watch(source, true, "a", "blocks,blocks too,reports");
      watch(target, true, "a", "blocks");

      assertThat(waiting(applied(staging())))
          .containsExactly("watch \"w\" does not get the policy \"blocks too\" on the target,"
              + " because this policy blocks downloads there; to change this, plan the watch without"
              + " staging it as a dry run");
      assertThat(stored()).isEqualTo("on [a][blocks, reports]");
    }

    @Test
    void isHeldBackForAResource() {
      watch(source, true, "a,b", "blocks");
      watch(target, true, "a", "blocks");

      MigrationPlan plan = applied(staging());

      assertThat(waiting(plan))
          .containsExactly("watch \"w\" does not get other resources on the target, because it"
              + " blocks downloads there; to change this, plan the watch without staging it as a"
              + " dry run");
      assertThat(kept(plan)).isEmpty();
      assertThat(stored()).isEqualTo("on [a][blocks]");
      assertThat(staging().drift(source.migration().snapshot()).isEmpty()).isTrue();
    }

    @Test
    void isHeldBackForAResourceThatReplacesAnother() {
      watch(source, true, "b", "blocks");
      watch(target, true, "a", "blocks");

      MigrationPlan plan = applied(staging());

      assertThat(waiting(plan)).singleElement().asString().contains("other resources");
      assertThat(kept(plan)).singleElement().asString().contains("keeps its resources");
      assertThat(stored()).isEqualTo("on [a][blocks]");
    }

    @Test
    void isHeldBackForOnePolicyWhileOthersAreAssigned() {
      for (Server server : List.of(source, target)) {
        server.policy("audits", false, "");
      }
      watch(source, true, "a", "reports,audits,blocks");
      watch(target, true, "a", "reports");

      assertThat(waiting(applied(staging())))
          .singleElement()
          .asString()
          .contains("does not get the policy \"blocks\"");
      assertThat(stored()).isEqualTo("on [a][audits, reports]");
    }

    @Test
    void isHeldBackForAPolicyThatIsListedTwice() {
      watch(source, true, "a", "blocks too,blocks,blocks");
      watch(target, true, "a", "blocks too");

      assertThat(waiting(applied(staging()))).hasSize(1);
      assertThat(stored()).isEqualTo("on [a][blocks too]");
    }

    @Test
    void leavesNoNoteOnARepositoryThatIsNotSent() {
      watch(source, true, "a,b", "blocks,missing");
      watch(target, true, "a", "blocks");

      assertThat(staging().plan(source.migration().snapshot()).warnings())
          .extracting(note -> note.kind() + " " + note.subject().orElse(""))
          .containsExactly("POLICY_MISSING missing");
    }

    @Test
    void isDoneByAPlanThatIsNotStaged() {
      watch(source, true, "a", "blocks");
      applied(staging());

      target
          .migration()
          .apply(
              target
                  .migration()
                  .select(Selection.all().only(ObjectKind.WATCHES, "w"))
                  .plan(source.migration().snapshot()),
              Journal.at(folder.resolve("promotion")));

      assertThat(stored()).isEqualTo("on [a][blocks]");
    }
  }

  @Test
  void changesFreelyIfItsPoliciesDoNotBlockOnTheTarget() {
    source.policy("new", true, "");
    watch(source, true, "a,b", "new,reports");
    watch(target, true, "a", "reports");

    MigrationPlan plan = staging().plan(source.migration().snapshot());

    assertThat(plan.awaitingPromotion())
        .extracting(PlanNote::kind)
        .containsExactly(PlanNote.Kind.RULE_AWAITS_PROMOTION);
    target.migration().apply(plan, Journal.at(folder.resolve("first")));
    assertThat(stored()).isEqualTo("on [a, b][new, reports]");
  }
}
