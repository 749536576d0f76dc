package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.block.BlockExplanation;
import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.block.BlockKind;
import io.github.xrayclient.diagnostics.block.CurationReason;
import io.github.xrayclient.diagnostics.block.CurationRefusal;
import io.github.xrayclient.diagnostics.block.RequestedArtifact;
import io.github.xrayclient.diagnostics.block.Samples;
import io.github.xrayclient.diagnostics.block.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final BlockExplanation BLOCKED = BlockIndex.of(
          Samples.policies(Samples.text(Samples.POLICIES)),
          Samples.watches(Samples.text(Samples.REPOSITORY_WATCH)))
      .explain(RequestedArtifact.builder().repository("example-repo-local").build());

  private static final BlockExplanation CURATED = BlockExplanation.builder()
      .kind(BlockKind.CURATION_BLOCK)
      .curation(CurationRefusal.builder()
          .packageName("acme")
          .packageVersion("1.0")
          .reason(CurationReason.POLICY_VIOLATION)
          .waiversAllowed(true)
          .addPolicy(
              ViolatedPolicy.builder().policy("p").condition("c").raw("p, c").build())
          .build())
      .build();

  @Nested
  class Json {
    @Test
    void hasTheDocumentedMembersInTheirOrder() {
      JsonNode report = JsonReport.of(BLOCKED);

      assertThat(names(report))
          .containsExactly(
              "schema",
              "kind",
              "repository",
              "path",
              "causes",
              "ruledOut",
              "notChecked",
              "nextSteps");
      assertThat(report.get("schema").asInt()).isEqualTo(1);
      assertThat(report.get("kind").isNull()).isTrue();
      assertThat(report.get("path").isNull()).isTrue();
      JsonNode cause = report.get("causes").get(0);
      assertThat(names(cause))
          .containsExactly(
              "verdict", "watch", "policy", "policyType", "rule", "trigger", "resource", "reason");
      assertThat(cause.get("verdict").asText()).isEqualTo("LIKELY");
      assertThat(cause.get("policyType").asText()).isEqualTo("security");
      assertThat(cause.get("trigger").asText()).isEqualTo("VIOLATION");
      assertThat(cause.get("resource").toString())
          .isEqualTo("{\"type\":\"repository\",\"name\":\"example-repo-local\"}");
    }

    @Test
    void hasTheRefusalOfCurationForThatKindOnly() {
      JsonNode curation = JsonReport.of(CURATED).get("curation");

      assertThat(curation.toString())
          .isEqualTo(
              "{\"package\":\"acme\",\"version\":\"1.0\",\"waiversAllowed\":true,\"policies\":["
                  + "{\"policy\":\"p\",\"condition\":\"c\",\"explanation\":null,"
                  + "\"recommendation\":null}]}");
    }

    private List<String> names(JsonNode node) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      return names;
    }
  }

  @Nested
  class Text {
    @Test
    void namesWatchPolicyAndRule() {
      assertThat(TextReport.of(BLOCKED))
          .contains("LIKELY VIOLATION  watch Test_watch > policy Test_policy (security) > rule"
              + " block_downloads");
    }

    @Test
    void namesWhatCurationSaid() {
      assertThat(TextReport.of(CURATED))
          .contains("package acme 1.0, waivers allowed", "policy p, condition c")
          .doesNotContain("Causes");
    }

    @Test
    void keepsControlCharactersOfNamesFromTheTerminal() {
      BlockExplanation hostile =
          BlockExplanation.builder().repository("evil\u001b[2J\nname").build();

      assertThat(TextReport.of(hostile)).contains("evil [2J name").doesNotContain("\u001b");
    }
  }
}
