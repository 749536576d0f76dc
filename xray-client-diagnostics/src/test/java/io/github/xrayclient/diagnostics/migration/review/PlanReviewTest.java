package io.github.xrayclient.diagnostics.migration.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan shows to somebody who reviews it. */
class PlanReviewTest {
  private static final ObjectKey NO_YOUNG = ObjectKey.of(ObjectKind.CURATION_POLICIES, "no young");

  private final Server source = Server.filled(10);
  private final Server target = Server.filled(20);

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private static PlanStep step(MigrationPlan plan, ObjectKind kind) {
    return plan.steps().stream()
        .filter(step -> step.object().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static List<PlanNote.Kind> kinds(MigrationPlan plan) {
    return plan.notes().stream().map(PlanNote::kind).collect(Collectors.toList());
  }

  /** Replaces a text in an object that a server holds. */
  private static void replace(Server server, Kind kind, String from, String to) {
    for (JsonNode object : server.fake.stored(kind)) {
      server.fake.seed(kind, object.toString().replace(from, to));
    }
  }

  private MigrationPlan read(MigrationPlan plan) {
    Path file = folder.resolve("plan.json");
    plan.write(file);
    return MigrationPlan.read(file);
  }

  @Nested
  class Changes {
    @Test
    void nameTheUsersOfAConditionAndOfAPolicy() {
      replace(source, Kind.CONDITIONS, "\"value\":7", "\"value\":9");
      replace(source, Kind.POLICIES, "Critical", "Medium");

      MigrationPlan plan = plan();

      assertThat(step(plan, ObjectKind.CONDITIONS).usedBy()).containsExactly(NO_YOUNG);
      assertThat(step(plan, ObjectKind.POLICIES).usedBy())
          .containsExactly(ObjectKey.of(ObjectKind.WATCHES, "libs"));
      assertThat(plan.toString())
          .contains("used by curation policy \"no young\"\n")
          .contains("used by watch \"libs\"\n");
      assertThat(plan.toJson().at("/steps/0/usedBy"))
          .hasToString("[{\"kind\":\"curation-policies\",\"name\":\"no young\"}]");
      assertThat(read(plan).steps()).isEqualTo(plan.steps());
      assertThat(step(read(plan), ObjectKind.CONDITIONS).usedBy()).containsExactly(NO_YOUNG);
    }

    @Test
    void nameTheUsersAlsoIfOnlyConditionsAreSelected() {
      replace(source, Kind.CONDITIONS, "\"value\":7", "\"value\":9");

      MigrationPlan plan = target
          .migration()
          .select(Selection.all().only(ObjectKind.CONDITIONS))
          .plan(source.migration().snapshot());

      assertThat(plan.steps()).hasSize(1);
      assertThat(plan.steps().get(0).usedBy()).containsExactly(NO_YOUNG);
    }

    @Test
    void sayWhoChangedTheObjectLastAndWhen() {
      replace(source, Kind.CURATION_POLICIES, "\"block\"", "\"dry_run\"");
      replace(
          target,
          Kind.CURATION_POLICIES,
          "\"enabled\":true",
          "\"enabled\":true,\"updated_by\":\"bob\"");

      PlanStep step = plan().steps().get(0);

      assertThat(step.changedBy()).contains("bob");
      assertThat(step.changedAt().orElseThrow()).hasToString("2025-01-01T00:00:00Z");
      assertThat(plan().toString()).contains("last changed by bob at 2025-01-01T00:00:00Z\n");
      assertThat(plan().toJson().at("/steps/0/lastChange"))
          .hasToString("{\"by\":\"bob\",\"at\":\"2025-01-01T00:00:00Z\"}");
      assertThat(read(plan()).steps().get(0).changedBy()).contains("bob");
    }

    @Test
    void showTheContentOfWhatIsCreatedAndDeleted() {
      try (Server empty = new Server()) {
        empty.seed(
            Kind.POLICIES,
            "{'name':'old','type':'license','rules':[{'name':'gpl',"
                + "'priority':1,'criteria':{'banned_licenses':['GPL-3.0']},'actions':{}}]}");

        MigrationPlan plan = empty
            .migration()
            .select(Selection.all().only(ObjectKind.POLICIES).only(ObjectKind.WATCHES))
            .prune()
            .plan(source.migration().snapshot());

        assertThat(plan.toString())
            .startsWith("Plan for " + empty.fake.url() + ": 3 to create, 1 to delete\n")
            .contains("       + rules[first].criteria.min_severity: Critical\n")
            .contains("       + rules[first].actions.block_download.active: true\n")
            .contains("       - rules[gpl].criteria.banned_licenses: [\"GPL-3.0\"]\n");
      }
    }

    @Test
    void areFoldedInMarkdown() {
      replace(source, Kind.POLICIES, "\"name\":\"critical\"", "\"name\":\"<b>`@ann\"");

      String markdown = plan().toMarkdown();

      assertThat(markdown)
          .startsWith("### Plan for http")
          .contains("<details><summary>1. <code>create policy &lt;b&gt;`@ann</code></summary>\n\n")
          .contains("    + rules[first].criteria.min_severity: Critical\n")
          .contains("**Skipped**\n\n- the field fail\\_pull\\_request")
          .doesNotContain("> create", "\n<b>");
    }
  }

  @Nested
  class Renames {
    private MigrationPlan pruned() {
      return target.migration().prune().plan(source.migration().snapshot());
    }

    @Test
    void ofCurationPoliciesKeepTheIdAndTheWaivers() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");
      Snapshot before = target.migration().snapshot();

      MigrationPlan plan = pruned();

      assertThat(plan.steps()).hasSize(1);
      PlanStep step = plan.steps().get(0);
      assertThat(step.action()).isEqualTo(PlanStep.Action.UPDATE);
      assertThat(step.renamedFrom()).contains("no young");
      assertThat(step).hasToString("update curation policy nothing young, renamed from no young");
      assertThat(step.changes()).extracting(change -> change.field()).containsExactly("name");
      Journal journal = Journal.at(folder.resolve("journal"));
      assertThat(target.migration().apply(read(plan), journal).isComplete()).isTrue();
      JsonNode after = target.fake.stored(Kind.CURATION_POLICIES).get(0);
      assertThat(after.path("id").asText()).isEqualTo("22");
      assertThat(after.path("name").asText()).isEqualTo("nothing young");
      assertThat(after.at("/waivers/0/id").asText()).isEqualTo("23");
      assertThat(after.at("/waivers/0/created_by").asText()).isEqualTo("ann");
      assertThat(pruned().steps()).isEmpty();

      assertThat(target.migration().rollBack(journal).isComplete()).isTrue();

      assertThat(Difference.between(before, target.migration().snapshot()).isEmpty())
          .isTrue();
      assertThat(target
              .fake
              .stored(Kind.CURATION_POLICIES)
              .get(0)
              .at("/waivers/0/id")
              .asText())
          .isEqualTo("23");
    }

    @Test
    void ofOtherKindsAreTold() {
      replace(source, Kind.POLICIES, "\"name\":\"critical\"", "\"name\":\"severe\"");
      replace(source, Kind.WATCHES, "\"critical\"", "\"severe\"");
      source.xray.policies().delete("critical");
      source.xray.policies().inProject("dev").delete("critical");

      assertThat(plan().notes())
          .filteredOn(note -> note.kind() == PlanNote.Kind.LOOKS_RENAMED)
          .extracting(PlanNote::text)
          .contains("policy \"severe\" has the same content as policy \"critical\", which only the"
              + " target has, so it looks renamed; the plan creates the new one and keeps the old"
              + " one");
    }

    @Test
    void areNotGuessedIfTwoObjectsHaveTheContent() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");
      JsonNode policy = source.fake.stored(Kind.CURATION_POLICIES).get(0);
      source.fake.seed(
          Kind.CURATION_POLICIES,
          policy.toString().replace("\"id\":\"12\"", "\"id\":\"99\"").replace("nothing", "never"));

      MigrationPlan plan = pruned();

      assertThat(plan.steps())
          .extracting(PlanStep::action)
          .containsExactly(PlanStep.Action.CREATE, PlanStep.Action.CREATE, PlanStep.Action.DELETE);
      assertThat(kinds(plan)).doesNotContain(PlanNote.Kind.LOOKS_RENAMED);
    }

    @Test
    void needPruning() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");

      MigrationPlan plan = plan();

      assertThat(plan.steps()).extracting(PlanStep::action).containsExactly(PlanStep.Action.CREATE);
      assertThat(kinds(plan)).contains(PlanNote.Kind.LOOKS_RENAMED);
    }

    @Test
    void areRefusedIfSomebodyUsedTheNewNameMeanwhile() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");
      MigrationPlan plan = pruned();
      add("nothing young");

      assertThatThrownBy(
              () -> target.migration().apply(plan, Journal.at(folder.resolve("journal"))))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("somebody created curation policy \"nothing young\"");
      assertThat(target.fake.stored(Kind.CURATION_POLICIES))
          .extracting(policy -> policy.path("name").asText())
          .containsExactlyInAnyOrder("no young", "nothing young");
    }

    @Test
    void areRefusedIfSomebodyUsesTheNewNameDuringTheApply() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");
      MigrationPlan plan = pruned();
      try (XrayClient client = XrayClient.builder()
          .baseUrl(target.fake.url())
          .credentials(Credentials.anonymous())
          .addInterceptor((request, next) -> {
            if (request.uri().getPath().endsWith("/curation/policies/22")
                && target.fake.stored(Kind.CURATION_POLICIES).size() == 1) {
              add("nothing young");
            }
            return next.send(request);
          })
          .build()) {
        MigrationReport report =
            Migration.of(client).apply(plan, Journal.at(folder.resolve("journal")));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.toString())
            .contains("somebody created curation policy \"nothing young\" after the plan was made");
      }
      assertThat(target.fake.stored(Kind.CURATION_POLICIES))
          .extracting(policy -> policy.path("name").asText())
          .containsExactlyInAnyOrder("no young", "nothing young");
    }

    @Test
    void areNotRolledBackIfSomebodyUsedTheFormerName() {
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");
      Journal journal = Journal.at(folder.resolve("journal"));
      target.migration().apply(pruned(), journal);
      add("no young");

      assertThatThrownBy(() -> target.migration().rollBack(journal))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("curation policy \"nothing young\""
              + " (somebody gave its former name to another object)");
      assertThat(target.migration().skipChanged().rollBack(journal).results())
          .extracting(StepResult::outcome)
          .containsExactly(StepResult.Outcome.SKIPPED);
      assertThat(target.fake.stored(Kind.CURATION_POLICIES))
          .extracting(policy -> policy.path("name").asText())
          .containsExactlyInAnyOrder("no young", "nothing young");
    }

    @Test
    void keepTheWaiversOfAPolicyThatWaitsForPromotion() {
      replace(target, Kind.CURATION_POLICIES, "\"block\"", "\"dry_run\"");
      replace(source, Kind.CURATION_POLICIES, "\"no young\"", "\"nothing young\"");

      MigrationPlan plan =
          target.migration().asDryRun().prune().plan(source.migration().snapshot());

      assertThat(plan.steps()).hasSize(1);
      assertThat(plan.steps().get(0).renamedFrom()).contains("no young");
      assertThat(plan.steps().get(0).changes())
          .extracting(change -> change.field())
          .containsExactly("name");
      assertThat(kinds(plan)).contains(PlanNote.Kind.POLICY_AWAITS_PROMOTION);
    }

    private void add(String name) {
      target.seed(
          Kind.CURATION_POLICIES,
          "{'id':'90','name':'" + name + "','scope':'all_repos','policy_action':'dry_run',"
              + "'condition_id':'21','enabled':true}");
    }
  }
}
