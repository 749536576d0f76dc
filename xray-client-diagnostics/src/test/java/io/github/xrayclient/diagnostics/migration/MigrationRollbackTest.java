package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
}
