package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationRollbackTest {
  private final Server source = Server.filled(10);
  private final Server target = Scenario.target();

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

  private MigrationPlan plan() {
    return Scenario.plan(source, target);
  }

  @Test
  void restoresWhatWasThere() {
    Map<ObjectKey, ?> before = target.migration().snapshot().content().objects();
    MigrationReport applied = target.migration().apply(plan(), journal);

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(applied.isComplete()).as(applied.toString()).isTrue();
    assertThat(report.isComplete()).as(report.toString()).isTrue();
    assertThat(target.migration().snapshot().content().objects()).isEqualTo(before);
  }

  @Test
  void leavesWaiversTheirIdsAndAuthors() {
    Map<String, JsonNode> before = target.stored(Kind.CURATION_POLICIES);
    target.migration().apply(target.migration().plan(source.migration().snapshot()), journal);

    target.migration().rollBack(journal);

    assertThat(target.stored(Kind.CURATION_POLICIES)).isEqualTo(before);
  }

  @Test
  void refusesAReadOnlyClientAndLeavesTheJournalAlone() throws IOException {
    target.migration().apply(plan(), journal);
    byte[] before = Files.readAllBytes(journal.file());

    try (XrayClient reader = target.readOnlyClient()) {
      assertThatExceptionOfType(XrayReadOnlyException.class)
          .isThrownBy(() -> Migration.of(reader).rollBack(journal));
    }

    assertThat(journal.file()).hasBinaryContent(before);
  }

  @Test
  void goesBackwards() {
    target.migration().apply(plan(), journal);

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(report.results())
        .extracting(StepResult::number)
        .isSortedAccordingTo((a, b) -> b - a);
    assertThat(report.results().get(0))
        .hasToString(report.results().size() + ". create condition old: done");
  }

  @Test
  void undoesNothingTwice() {
    target.migration().apply(plan(), journal);
    target.migration().rollBack(journal);
    target.fake.clearRequests();

    assertThat(target.migration().rollBack(journal).isComplete()).isTrue();

    assertThat(target.fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThatThrownBy(() -> target.migration().apply(plan(), journal))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("journal of another plan");
  }

  @Test
  void endsTheMigrationForGood() {
    MigrationPlan plan = plan();
    target.migration().apply(plan, journal);
    target.migration().rollBack(journal);

    assertThatThrownBy(() -> target.migration().apply(plan, journal))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("was rolled back; make a new plan, and use another journal");
  }

  @Test
  void changesNothingIfSomebodyChangedAnObjectSince() {
    target.migration().apply(plan(), journal);
    target.xray.watches().edit("libs", update -> update.description("mine"));
    target.fake.clearRequests();

    assertThatThrownBy(() -> target.migration().rollBack(journal))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "nothing was rolled back, because somebody changed these objects after the migration:"
                + " watch \"libs\";");

    assertThat(target.fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
  }

  @Test
  void doesNotMindThatSomebodyDeletedWhatWasMade() {
    target.migration().apply(plan(), journal);
    target.xray.policies().inProject("dev").delete("critical");

    assertThat(target.migration().rollBack(journal).isComplete()).isTrue();
  }

  @Test
  void leavesAloneWhatSomebodyMadeAsItWasBefore() {
    JsonNode before = target.fake.stored(Kind.POLICIES).get(0);
    target.migration().apply(plan(), journal);
    target.fake.seed(Kind.POLICIES, before.toString());
    target.fake.clearRequests();

    assertThat(target.migration().rollBack(journal).isComplete()).isTrue();

    assertThat(before.path("name").asText()).isEqualTo("critical");
    assertThat(target.fake.requests())
        .extracting(RecordedRequest::toString)
        .contains("PUT /xray/api/v2/watches/libs")
        .doesNotContain("PUT /xray/api/v2/policies/critical");
  }

  @Test
  void refusesIfAnotherObjectTookTheNameOfADeletedOne() {
    target.migration().apply(plan(), journal);
    target.seed(Kind.POLICIES, "{'name':'old','type':'security','rules':[]}");

    assertThatThrownBy(() -> target.migration().rollBack(journal))
        .hasMessageContaining("somebody changed these objects after the migration: policy \"old\"");
  }

  @Test
  void goesOnWhereItFailed() {
    Map<ObjectKey, ?> before = target.migration().snapshot().content().objects();
    target.migration().apply(plan(), journal);
    target.fake.forbid("/xray/api/v2/policies/critical");

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(report.isComplete()).isFalse();
    assertThat(report.results())
        .extracting(StepResult::outcome)
        .contains(StepResult.Outcome.FAILED, StepResult.Outcome.NOT_TRIED);
    target.fake.permit("/xray/api/v2/policies/critical");
    assertThat(target.migration().rollBack(journal).isComplete()).isTrue();
    assertThat(target.migration().snapshot().content().objects()).isEqualTo(before);
  }

  @Test
  void needsAJournalOfThisServer() throws IOException {
    assertThatThrownBy(() -> target.migration().rollBack(journal))
        .hasMessageContaining("there is no such file");
    target.migration().apply(plan(), journal);

    assertThatThrownBy(() -> source.migration().rollBack(journal))
        .hasMessageContaining("the journal is for " + target.fake.url());

    Files.writeString(journal.file(), "");
    assertThatThrownBy(() -> target.migration().rollBack(journal))
        .hasMessageContaining("it is empty");
  }

  @Nested
  class Preview {
    @Test
    void listsWhatWouldBeUndoneAndSendsNoWrite() throws IOException {
      target.migration().apply(plan(), journal);
      byte[] before = Files.readAllBytes(journal.file());
      target.fake.clearRequests();

      MigrationReport preview;
      try (XrayClient reader = target.readOnlyClient()) {
        preview = Migration.of(reader).previewRollBack(journal);
      }

      assertThat(target.fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(journal.file()).hasBinaryContent(before);
      MigrationReport report = target.migration().rollBack(journal);
      assertThat(preview.results())
          .extracting(StepResult::outcome)
          .containsOnly(StepResult.Outcome.WOULD_BE_DONE);
      assertThat(preview.results())
          .extracting(StepResult::number, StepResult::action, StepResult::object)
          .isEqualTo(report.results().stream()
              .map(result -> tuple(result.number(), result.action(), result.object()))
              .collect(Collectors.toList()));
    }

    @Test
    void namesWhatSomebodyChanged() {
      target.migration().apply(plan(), journal);
      target.xray.watches().edit("libs", update -> update.description("mine"));

      MigrationReport refused = target.migration().previewRollBack(journal);
      MigrationReport skipped = target.migration().skipChanged().previewRollBack(journal);

      assertThat(of(refused, "libs")).isEqualTo(StepResult.Outcome.WOULD_BE_REFUSED);
      assertThat(of(skipped, "libs")).isEqualTo(StepResult.Outcome.SKIPPED);
      assertThat(refused.isComplete()).isFalse();
      assertThat(refused.toString())
          .contains("somebody changed watch \"libs\" after the migration");
    }

    @Test
    void hasNothingToUndoAfterARollback() {
      target.migration().apply(plan(), journal);
      target.migration().rollBack(journal);

      assertThat(target.migration().previewRollBack(journal).results())
          .extracting(StepResult::outcome)
          .containsOnly(StepResult.Outcome.DONE_BEFORE);
    }
  }

  private static StepResult.Outcome of(MigrationReport report, String name) {
    return report.results().stream()
        .filter(result -> result.object().name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Nested
  class SkipChanged {
    @Test
    void leavesAloneWhatSomebodyChangedAndWhatThatNeeds() {
      MigrationPlan plan = target.migration().plan(source.migration().snapshot());
      target.migration().apply(plan, journal);
      target.xray.watches().edit("libs", update -> update.description("mine"));
      Map<String, JsonNode> watches = target.stored(Kind.WATCHES);

      MigrationReport report = target.migration().skipChanged().rollBack(journal);

      assertThat(target.stored(Kind.WATCHES)).isEqualTo(watches);
      assertThat(of(report, "libs")).isEqualTo(StepResult.Outcome.SKIPPED);
      assertThat(report.isComplete()).isFalse();
      assertThat(report.toString())
          .contains(
              "somebody changed watch \"libs\" after the migration, so it is left alone",
              "1 skipped")
          .doesNotContain("failed");
      assertThat(target.stored(Kind.CURATION_POLICIES).toString()).doesNotContain("left-pad");
    }

    @Test
    void keepsANewConditionThatAChangedPolicyUses() {
      target.migration().apply(target.migration().plan(source.migration().snapshot()), journal);
      CurationPolicyId id = CurationPolicyId.of("5");
      Curation.of(target.xray).policies().edit(id, update -> update.blockFromCache(true));

      MigrationReport report = target.migration().skipChanged().rollBack(journal);

      assertThat(of(report, "no young")).isEqualTo(StepResult.Outcome.SKIPPED);
      assertThat(of(report, "young")).isEqualTo(StepResult.Outcome.SKIPPED);
      assertThat(report.toString())
          .contains("condition \"young\" cannot be rolled back: curation policy \"no young\", which"
              + " stays, uses it, so it is left alone")
          .doesNotContain("failed");
    }

    @Test
    void goesOnOnceTheChangeIsUndone() {
      Map<ObjectKey, ?> before = target.migration().snapshot().content().objects();
      target.migration().apply(plan(), journal);
      Map<ObjectKey, ?> applied = target.migration().snapshot().content().objects();
      target.xray.watches().edit("libs", update -> update.description("mine"));
      target.migration().skipChanged().rollBack(journal);
      assertThat(target.migration().snapshot().content().objects())
          .isNotEqualTo(before)
          .isNotEqualTo(applied);
      target.xray.watches().edit("libs", update -> update.description(""));

      target.migration().rollBack(journal);

      assertThat(target.migration().snapshot().content().objects()).isEqualTo(before);
    }
  }

  @Test
  void hasNothingToUndoForAStepThatNeverTookEffect() {
    MigrationPlan plan = plan();
    try (XrayClient client = XrayClient.builder()
        .baseUrl(target.fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .addInterceptor((request, next) -> {
          if (request.method().equals("PUT")
              && request.uri().getPath().endsWith("/v2/policies/critical")) {
            target.fake.forbid("/xray/api/v2/policies/critical");
          }
          return next.send(request);
        })
        .build()) {
      Migration.of(client).apply(plan, journal);
    }
    target.fake.permit("/xray/api/v2/policies/critical");
    target.fake.clearRequests();

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(of(report, "critical")).isEqualTo(StepResult.Outcome.NOTHING_TO_UNDO);
    assertThat(report.isComplete()).as(report.toString()).isTrue();
    assertThat(report.toString()).contains("update policy critical: nothing to undo");
    assertThat(target.fake.requests())
        .extracting(RecordedRequest::toString)
        .doesNotContain("PUT /xray/api/v2/policies/critical");
  }

  @Test
  void keepsAWaiverThatSomebodyAddedSince() {
    Map<String, JsonNode> before = target.stored(Kind.CURATION_POLICIES);
    target.migration().apply(target.migration().plan(source.migration().snapshot()), journal);
    CurationPolicyId id = CurationPolicyId.of("5");
    Curation.of(target.xray)
        .policies()
        .edit(
            id,
            update -> update.addWaiver(
                NewPackageWaiver.allVersions(PackageType.NPM, "urgent", "incident")));
    JsonNode added = waivers(target.stored(Kind.CURATION_POLICIES)).stream()
        .filter(waiver -> waiver.path("pkg_name").asText().equals("urgent"))
        .findFirst()
        .orElseThrow();

    MigrationReport report = target.migration().rollBack(journal);

    assertThat(report.isComplete()).as(report.toString()).isTrue();
    List<JsonNode> expected = waivers(before);
    expected.add(added);
    assertThat(waivers(target.stored(Kind.CURATION_POLICIES)))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(withoutWaivers(target.stored(Kind.CURATION_POLICIES)))
        .isEqualTo(withoutWaivers(before));
  }

  private static List<JsonNode> waivers(Map<String, JsonNode> policies) {
    List<JsonNode> waivers = new ArrayList<>();
    policies.values().forEach(policy -> policy.path("waivers").forEach(waivers::add));
    return waivers;
  }

  private static Map<String, JsonNode> withoutWaivers(Map<String, JsonNode> policies) {
    Map<String, JsonNode> rest = new TreeMap<>();
    policies.forEach((key, policy) ->
        rest.put(key, ((ObjectNode) policy.deepCopy()).without(List.of("waivers"))));
    return rest;
  }
}
