package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies come to a server without blocking anything, and are promoted there later. */
class StagedRolloutTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private Migration staging() {
    return target.migration().asDryRun();
  }

  private MigrationPlan plan() {
    return staging().plan(source.migration().snapshot());
  }

  private void apply(MigrationPlan plan, String journal) {
    MigrationReport report = target.migration().apply(plan, journal(journal));
    assertThat(report.isComplete()).as(report.toString()).isTrue();
  }

  private Journal journal(String name) {
    return Journal.at(folder.resolve(name));
  }

  private String action() {
    return target
        .fake
        .stored(Kind.CURATION_POLICIES)
        .get(0)
        .path("policy_action")
        .asText();
  }

  private JsonNode rule(String name) {
    return target.fake.stored(Kind.POLICIES).stream()
        .filter(policy -> !policy.has("project_key"))
        .flatMap(policy -> {
          List<JsonNode> rules = new ArrayList<>();
          policy.path("rules").forEach(rules::add);
          return rules.stream();
        })
        .filter(rule -> rule.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void change(Server server, Kind kind, String from, String to) {
    JsonNode changed = server.fake.stored(kind).stream()
        .filter(object -> object.toString().contains(from.replace('\'', '"')))
        .findFirst()
        .orElseThrow();
    server.seed(kind, changed.toString().replace(from.replace('\'', '"'), to));
  }

  @Nested
  class Staging {
    @Test
    void createsWithoutBlockingAndListsWhatWaits() {
      MigrationPlan plan = plan();

      apply(plan, "first");

      assertThat(action()).isEqualTo("dry_run");
      assertThat(rule("first").at("/actions/block_download").toString())
          .isEqualTo("{\"active\":false,\"unscanned\":false}");
      assertThat(rule("second").path("actions").has("block_download")).isFalse();
      assertThat(Texts.of(plan.awaitingPromotion()))
          .containsExactly(
              "curation policy \"no young\" blocks in the snapshot, but has the action dry_run on"
                  + " the target until it is promoted",
              "the rule \"first\" of policy \"critical\" blocks downloads in the snapshot, but has"
                  + " block_download.active off on the target until the policy is promoted");
      assertThat(plan.toString()).contains("Waiting for promotion:\n");
    }

    @Test
    void switchesOffTheOnlyRuleOfAPolicy() {
      source.seed(
          Kind.POLICIES,
          "{\"name\":\"single\",\"type\":\"security\",\"rules\":[{\"name\":\"only\",\"priority\":1,"
              + "\"criteria\":{\"min_severity\":\"High\"},"
              + "\"actions\":{\"block_download\":{\"active\":true,\"unscanned\":false}}}]}");

      apply(plan(), "first");

      assertThat(rule("only").at("/actions/block_download/active").asBoolean()).isFalse();
    }

    @Test
    void takesAPolicyWithoutAnActionForADryRun() {
      apply(plan(), "first");
      change(target, Kind.CURATION_POLICIES, "'policy_action':'dry_run',", "");
      change(source, Kind.CURATION_POLICIES, "'b-remote'", "\"c-remote\"");

      apply(plan(), "second");

      assertThat(action()).isEqualTo("dry_run");
    }

    @Test
    void findsNoStepAndNoDriftWhileAPolicyWaits() {
      apply(plan(), "first");

      MigrationPlan again = plan();

      assertThat(again.steps()).isEmpty();
      assertThat(again.skipped()).isEmpty();
      assertThat(again.awaitingPromotion())
          .extracting(PlanNote::kind)
          .containsExactly(
              PlanNote.Kind.POLICY_AWAITS_PROMOTION, PlanNote.Kind.RULE_AWAITS_PROMOTION);
    }

    @Test
    void lowersNothingInASecondWave() {
      target
          .migration()
          .apply(target.migration().plan(source.migration().snapshot()), journal("blocking"));
      change(source, Kind.CURATION_POLICIES, "'b-remote'", "\"c-remote\"");
      change(source, Kind.POLICIES, "'min_severity':'High'", "\"min_severity\":\"Medium\"");

      MigrationPlan plan = plan();
      apply(plan, "second");

      assertThat(plan.steps()).hasSize(2);
      assertThat(plan.awaitingPromotion()).isEmpty();
      assertThat(action()).isEqualTo("block");
      assertThat(target.fake.stored(Kind.CURATION_POLICIES).get(0).toString()).contains("c-remote");
      assertThat(rule("first").at("/actions/block_download/active").asBoolean()).isTrue();
      assertThat(rule("second").at("/criteria/min_severity").asText()).isEqualTo("Medium");
      assertThat(plan().steps()).isEmpty();
    }

    @Test
    void keepsBlockingWhereTheSnapshotDoesNotAndSaysSo() {
      target
          .migration()
          .apply(target.migration().plan(source.migration().snapshot()), journal("blocking"));
      change(
          source,
          Kind.CURATION_POLICIES,
          "'policy_action':'block'",
          "\"policy_action\":\"dry_run\"");
      change(source, Kind.POLICIES, "'active':true", "\"active\":false");

      MigrationPlan plan = plan();

      assertThat(plan.steps()).isEmpty();
      assertThat(plan.skipped())
          .extracting(PlanNote::kind)
          .containsOnly(PlanNote.Kind.STILL_BLOCKS)
          .hasSize(2);
    }

    @Test
    void switchesOffANewRuleOfAPolicyThatExists() {
      target
          .migration()
          .apply(target.migration().plan(source.migration().snapshot()), journal("blocking"));
      change(
          source,
          Kind.POLICIES,
          "{'mails':['b@x.example','a@x.example']}",
          "{\"block_download\":{\"active\":true,\"unscanned\":true}}");

      MigrationPlan plan = plan();
      apply(plan, "second");

      assertThat(rule("second").at("/actions/block_download/active").asBoolean())
          .isFalse();
      assertThat(rule("second").at("/actions/block_download/unscanned").asBoolean())
          .isFalse();
      assertThat(rule("first").at("/actions/block_download/active").asBoolean()).isTrue();
      assertThat(Texts.of(plan.awaitingPromotion()))
          .singleElement()
          .asString()
          .contains("rule \"second\"", "block_download.active and block_download.unscanned off");
    }
  }

  @Nested
  class Promoting {
    private final Promotion promotion = Promotion.ofCurationPolicy("no young");

    @BeforeEach
    void stage() {
      apply(plan(), "first");
      target.fake.clearRequests();
    }

    private void seedEvents(int count) {
      String id = target.fake.stored(Kind.CURATION_POLICIES).get(0).path("id").asText();
      for (int i = 1; i <= count; i++) {
        target.seed(
            Kind.AUDIT_EVENTS,
            "{'id':" + i + ",'dry_run':true,'created_at':'" + Instant.now().minusSeconds(60L * i)
                + "','package_type':'npm','package_name':'p" + i + "','package_version':'1.0',"
                + "'username':'ann','curated_repository_name':'npm-remote',"
                + "'policies':[{'policy_id':" + id + ",'policy_name':'no young','dry_run':true}]}");
      }
    }

    @Test
    void reportsWhatWouldHaveBeenBlocked() {
      seedEvents(3);

      MigrationPlan plan = target.migration().planPromotion(promotion);

      assertThat(Texts.of(plan.steps())).containsExactly("update curation policy no young");
      assertThat(Texts.of(plan.steps().get(0).changes()))
          .containsExactly("policy_action: dry_run → block");
      assertThat(plan.dryRuns().values()).singleElement().satisfies(report -> {
        assertThat(report.downloads()).isEqualTo(3);
        assertThat(report.packages()).hasSize(3);
      });
      assertThat(Texts.of(plan.warnings()).get(0))
          .startsWith("curation policy \"no young\" would have blocked 3 downloads of 3 packages by"
              + " 1 user: npm p1 (1), npm p2 (1), npm p3 (1) since ");
      assertThat(target.fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void isAppliedAndRolledBackLikeAnyPlan() {
      seedEvents(1);
      Map<String, JsonNode> before = target.stored(Kind.CURATION_POLICIES);
      Path file = folder.resolve("promotion.json");
      target.migration().planPromotion(promotion).write(file);

      MigrationPlan plan = MigrationPlan.read(file);
      apply(plan, "promotion");

      assertThat(plan).isEqualTo(MigrationPlan.read(file));
      assertThat(plan.dryRuns()).hasSize(1);
      assertThat(action()).isEqualTo("block");
      assertThat(waivers()).isEqualTo(waivers(before));
      assertThat(target.migration().rollBack(journal("promotion")).isComplete()).isTrue();
      assertThat(target.stored(Kind.CURATION_POLICIES)).isEqualTo(before);
    }

    private List<JsonNode> waivers() {
      return waivers(target.stored(Kind.CURATION_POLICIES));
    }

    private List<JsonNode> waivers(Map<String, JsonNode> policies) {
      return policies.values().stream()
          .map(policy -> policy.path("waivers"))
          .collect(Collectors.toList());
    }

    @Test
    void isRefusedIfTooMuchWouldHaveBeenBlocked() {
      seedEvents(3);

      assertThatThrownBy(() -> target.migration().planPromotion(promotion.maxBlocked(2)))
          .isInstanceOfSatisfying(
              MigrationException.class,
              refused ->
                  assertThat(refused.kind()).isEqualTo(MigrationException.Kind.TOO_MANY_BLOCKED))
          .hasMessageContaining(
              "would have blocked 3 downloads, and the limit is 2: curation policy"
                  + " \"no young\" 3 downloads of 3 packages");
      assertThat(target.migration().planPromotion(promotion.maxBlocked(3)).steps())
          .hasSize(1);
    }

    @Test
    void looksBackAsFarAsAsked() {
      seedEvents(1);

      MigrationPlan plan = target
          .migration()
          .planPromotion(promotion.last(Duration.ofSeconds(10)).maxBlocked(0));

      assertThat(plan.steps()).hasSize(1);
      assertThat(plan.warnings())
          .extracting(PlanNote::kind)
          .contains(PlanNote.Kind.NO_DRY_RUN_EVENTS);
    }

    @Test
    void warnsOfAnAuditThatIsEmptyOrShowsAnotherContent() {
      ObjectNode policy =
          (ObjectNode) target.fake.stored(Kind.CURATION_POLICIES).get(0);
      target.seed(
          Kind.CURATION_POLICIES,
          policy.put("updated_at", Instant.now().toString()).toString());

      MigrationPlan plan = target.migration().planPromotion(promotion);

      assertThat(plan.warnings())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.NO_DRY_RUN_EVENTS, PlanNote.Kind.CHANGED_IN_PERIOD);
    }

    private void changePolicy(String field, JsonNode value) {
      ObjectNode policy =
          (ObjectNode) target.fake.stored(Kind.CURATION_POLICIES).get(0);
      policy.set(field, value);
      target.seed(Kind.CURATION_POLICIES, policy.toString());
    }

    @Test
    void warnsOfAFieldThatItsUpdateMayReset() {
      changePolicy("brand_new", IntNode.valueOf(1));

      MigrationPlan plan = target.migration().planPromotion(promotion);

      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.FIELD_MAY_BE_RESET)
          .singleElement()
          .satisfies(note -> {
            assertThat(note.subject()).contains("brand_new");
            assertThat(note.text())
                .isEqualTo(
                    "the update of curation policy \"no young\" may reset its field brand_new,"
                        + " which this version of the library does not know and does not send");
          });
    }

    @Test
    void warnsOfAFieldThatCouldNotBeRead() {
      changePolicy("decision_owners", TextNode.valueOf("ann"));

      MigrationPlan plan = target.migration().planPromotion(promotion);

      assertThat(plan.warnings())
          .filteredOn(note -> note.kind() == PlanNote.Kind.UNREAD_FIELD)
          .extracting(PlanNote::text)
          .containsExactly(
              "the value of $.decision_owners of curation policy \"no young\" has another"
                  + " type than documented, so it is sent as it is, and the server may refuse it");
    }

    @Test
    void warnsOfAPolicyThatStaysDisabled() {
      changePolicy("enabled", BooleanNode.FALSE);

      MigrationPlan plan = target.migration().planPromotion(promotion);
      changePolicy("policy_action", TextNode.valueOf("block"));
      MigrationPlan blocking = target.migration().planPromotion(promotion);

      assertThat(plan.steps()).hasSize(1);
      assertThat(blocking.steps()).isEmpty();
      assertThat(List.of(plan, blocking))
          .allSatisfy(promoted -> assertThat(promoted.warnings())
              .filteredOn(note -> note.kind() == PlanNote.Kind.STAYS_DISABLED)
              .extracting(PlanNote::text)
              .containsExactly("curation policy \"no young\" is disabled on the target, usually"
                  + " because it covers no repository, and blocks nothing until it is enabled"
                  + " again"));
    }

    @Test
    void turnsOnTheSwitchesOfRulesThatHaveThem() {
      Map<String, JsonNode> before = target.stored(Kind.POLICIES);

      MigrationPlan plan = target.migration().planPromotion(Promotion.ofPolicy("critical"));
      apply(plan, "promotion");

      assertThat(plan.toString()).startsWith("Plan for " + plan.target() + ": 1 to update\n");
      assertThat(Texts.of(plan.warnings()))
          .containsExactly("nothing is known of the downloads that policy \"critical\" would block,"
              + " because Xray keeps no record of them");
      assertThat(Texts.of(plan.steps().get(0).changes()))
          .containsExactly("rules[first].actions.block_download.active: false → true");
      assertThat(Difference.between(
                  source.migration().snapshot(), target.migration().snapshot())
              .changes())
          .extracting(change -> change.object().kind())
          .containsExactly(ObjectKind.CURATION_POLICIES);
      target.migration().rollBack(journal("promotion"));
      assertThat(target.stored(Kind.POLICIES)).isEqualTo(before);
    }

    @Test
    void turnsOnTheSwitchesThatASnapshotHas() {
      change(source, Kind.POLICIES, "'unscanned':false", "\"unscanned\":true");
      Promotion like = Promotion.ofPolicy("critical").as(source.migration().snapshot());

      MigrationPlan plan = target.migration().planPromotion(like);

      assertThat(Texts.of(plan.steps().get(0).changes()))
          .containsExactly(
              "rules[first].actions.block_download.active: false → true",
              "rules[first].actions.block_download.unscanned: false → true");
      assertThatThrownBy(() -> target.migration().planPromotion(like.andPolicy("other")))
          .hasMessage("no policy has the name \"other\"; check the names, and check that the client"
              + " is connected to the right server");
    }

    @Test
    void needsAPolicyInTheSnapshotThatSaysWhichSwitchesToTurnOn() {
      Selection others = Selection.all().only(ObjectKind.CONDITIONS);
      Promotion like =
          Promotion.ofPolicy("critical").as(source.migration().select(others).snapshot());

      assertThatThrownBy(() -> target.migration().planPromotion(like))
          .isInstanceOf(MigrationException.class)
          .hasMessage("the snapshot has no policy \"critical\", so it is not known which of the"
              + " policy's switches to turn on; use a snapshot that contains the policy, or plan"
              + " the promotion without a snapshot");
    }

    @Test
    void ofAProjectNeedsNoCuration() {
      MigrationPlan plan =
          target.migration().inProject("dev").planPromotion(Promotion.ofPolicy("critical"));

      assertThat(plan.projectKey()).contains("dev");
      assertThat(Texts.of(plan.steps())).containsExactly("update policy critical in project dev");
      assertThatThrownBy(() -> target.migration().inProject("dev").planPromotion(promotion))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("belong to no project");
    }

    @Test
    void hasNoStepForWhatBlocksAlready() {
      apply(target.migration().planPromotion(promotion.andPolicy("critical")), "promotion");

      MigrationPlan again = target.migration().planPromotion(promotion.andPolicy("critical"));

      assertThat(again.steps()).isEmpty();
      assertThat(again.skipped())
          .extracting(PlanNote::kind)
          .containsExactly(PlanNote.Kind.ALREADY_BLOCKS, PlanNote.Kind.ALREADY_BLOCKS);
    }

    @Test
    void namesPoliciesThatDoNotExist() {
      assertThatThrownBy(() -> target.migration().planPromotion(promotion.andCurationPolicy("x")))
          .isInstanceOfSatisfying(
              MigrationException.class,
              refused ->
                  assertThat(refused.kind()).isEqualTo(MigrationException.Kind.OBJECT_NOT_FOUND))
          .hasMessageContaining("no curation policy has the name \"x\"");
    }
  }
}
