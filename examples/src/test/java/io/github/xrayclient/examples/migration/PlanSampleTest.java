package io.github.xrayclient.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of a plan in the reference of the command line. */
class PlanSampleTest {
  @TempDir
  Path folder;

  private MigrationPlan sample() throws IOException {
    String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
    String section = readme.substring(readme.indexOf("## The JSON of a plan"));
    int start = section.indexOf("```json\n") + "```json\n".length();
    String json = section.substring(start, section.indexOf("```", start));
    return MigrationPlan.read(Files.writeString(folder.resolve("plan.json"), json));
  }

  @Test
  void isReadAsAPlan() throws IOException {
    MigrationPlan plan = sample();

    assertThat(plan.target()).isEqualTo("https://acme.example");
    assertThat(plan.steps())
        .extracting(PlanStep::action)
        .containsExactly(PlanStep.Action.UPDATE, PlanStep.Action.CREATE, PlanStep.Action.DELETE);
    PlanStep update = plan.steps().get(0);
    assertThat(update.changes())
        .extracting(change -> change.field())
        .containsExactly("rules[severe].criteria.min_severity");
    assertThat(update.usedBy()).hasSize(1);
    assertThat(update.changedAt()).isPresent();
    assertThat(plan.notes())
        .extracting(PlanNote::kind)
        .contains(PlanNote.Kind.REPOSITORY_NOT_INDEXED);
  }

  @Test
  void hasTheFieldsThatPlansHave() throws IOException {
    JsonNode json = new ObjectMapper().readTree(sample().toJson().toString());

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "target",
            "kinds",
            "selection",
            "uses",
            "skippedWaiverCount",
            "notes",
            "steps",
            "checksum");
    assertThat(json.at("/steps/0").fieldNames())
        .toIterable()
        .containsExactly(
            "step", "action", "object", "usedBy", "lastChange", "changes", "request", "current");
  }
}
