package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who applied a plan and when is in its journal, and a new plan gets a journal of its own. */
class JournalContentTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");

  private final Server source = new Server();
  private final Server target = new Server();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan planWith(String policy) {
    source.seed(
        Kind.POLICIES,
        "{'name':'" + policy + "','type':'security','rules':[{'name':'r','priority':1,"
            + "'criteria':{'min_severity':'Low'},'actions':{}}]}");
    return target.migration().plan(source.migration().snapshot());
  }

  private Path planFile() {
    return folder.resolve("plan.json");
  }

  private Journal beside(MigrationPlan plan) {
    return Journal.beside(planFile(), plan);
  }

  @Test
  void hasTheTimeOfEachLineAndTheUserAndTheVersions() throws IOException {
    MigrationPlan plan = planWith("p");
    target.fake.version("3.138.0");
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(target.fake.url())
        .credentials(Credentials.basic("ann", "a-long-password"))
        .build()) {
      Migration.of(xray).clock(Clock.fixed(NOW, ZoneOffset.UTC)).apply(plan, beside(plan));
    }

    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(beside(plan).file())) {
      lines.add(new JsonMapper().readTree(line));
    }
    assertThat(lines)
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.path("at").asText()).isEqualTo("2026-06-01T12:00:00Z"));
    assertThat(lines.get(0).path("user").asText()).isEqualTo("ann");
    assertThat(lines.get(0).path("xrayVersion").asText()).isEqualTo("3.138.0");
    assertThat(lines.get(0).path("library").asText()).startsWith("xray-client-java/");
    assertThat(lines.get(0).path("steps").asInt()).isEqualTo(1);
  }

  @Test
  void isANewOneForANewPlanIfTheEarlierMigrationHasEnded() {
    MigrationPlan first = planWith("p");
    assertThat(beside(first).file()).hasFileName("plan.json.journal");
    target.migration().apply(first, beside(first));
    assertThat(beside(first).file()).hasFileName("plan.json.journal");

    MigrationPlan second = planWith("q");
    assertThat(beside(second).file()).hasFileName("plan.json.2.journal");
    target.migration().apply(second, beside(second));
    target.migration().rollBack(beside(second));

    MigrationPlan third = planWith("r");
    assertThat(beside(third).file()).hasFileName("plan.json.3.journal");
    assertThat(target.migration().apply(third, beside(third)).isComplete()).isTrue();
  }

  @Test
  void isThatOfAnInterruptedMigrationUntilItHasEnded() {
    MigrationPlan first = planWith("p");
    target.before(7, () -> target.fake.failNext(400, 1));
    assertThat(target.migration().apply(first, beside(first)).isComplete()).isFalse();

    MigrationPlan second = planWith("q");

    assertThat(beside(second).file()).hasFileName("plan.json.journal");
    assertThatThrownBy(() -> target.migration().apply(second, beside(second)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "it is the journal of another plan, some of whose steps are not done; use another file");
  }
}
