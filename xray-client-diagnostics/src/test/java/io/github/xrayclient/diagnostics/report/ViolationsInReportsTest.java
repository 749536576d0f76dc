package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The criteria and violations of a cause in every report. */
class ViolationsInReportsTest {
  private static final BlockingViolation FIXED = BlockingViolation.builder()
      .issueId("XRAY-1")
      .addCve("CVE-2021-23337")
      .addComponent(ComponentId.of("npm://lodash:4.17.19"))
      .severity(Severity.HIGH)
      .addFixVersion("4.17.21")
      .url("https://acme.example/v/1")
      .build();
  private static final BlockingViolation LICENSE = BlockingViolation.builder()
      .issueId("GPL-3.0")
      .addComponent(ComponentId.of("npm://x:1"))
      .build();

  private static List<BlockExplanation> explanation(BlockingViolation... violations) {
    BlockCause cause = Explanations.BLOCKED.causes().get(0).toBuilder()
        .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
        .violationCount(violations.length)
        .violations(List.of(violations))
        .build();
    return List.of(Explanations.BLOCKED.toBuilder().causes(List.of(cause)).build());
  }

  private static BlockingViolation[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> BlockingViolation.builder().addCve("CVE-" + i).build())
        .toArray(BlockingViolation[]::new);
  }

  @Test
  void areNamedInTheText() {
    assertThat(TextReport.of(explanation(FIXED, LICENSE)))
        .contains("The rule matches severity High or above. 2 violations were found.")
        .contains("    - CVE-2021-23337 in npm://lodash:4.17.19: High, fixed in 4.17.21\n"
            + "      https://acme.example/v/1\n"
            + "    - GPL-3.0 in npm://x:1: no fixed version known\n");
  }

  @Test
  void areNamedInMarkdown() {
    assertThat(MarkdownReport.of(explanation(FIXED)))
        .contains("The rule matches severity High or above. 1 violation was found.")
        .contains("   - CVE-2021-23337 in npm\\://lodash:4.17.19: High, fixed in 4.17.21"
            + " `https://acme.example/v/1`\n");
  }

  @Test
  void areNamedInHtml() {
    assertThat(HtmlReport.of(explanation(FIXED)))
        .contains("The rule matches severity High or above. 1 violation was found.")
        .contains("CVE-2021-23337 in npm://lodash:4.17.19: High, fixed in 4.17.21")
        .contains("https://acme.example/v/1");
  }

  @Test
  void areAllInJson() {
    JsonNode cause = JsonReport.tree(explanation(many(7)).get(0)).get("causes").get(0);

    assertThat(cause.get("criteria").asText()).isEqualTo("severity High or above");
    assertThat(cause.get("violationCount").asInt()).isEqualTo(7);
    assertThat(cause.get("violations")).hasSize(7);
    assertThat(JsonReport.tree(explanation(FIXED).get(0))
            .get("causes")
            .get(0)
            .get("violations")
            .get(0)
            .toString())
        .startsWith("{\"id\":\"XRAY-1\",\"cves\":[\"CVE-2021-23337\"],\"component\":"
            + "\"npm://lodash:4.17.19\",\"components\":[\"npm://lodash:4.17.19\"],"
            + "\"severity\":\"High\",\"fixVersions\":[\"4.17.21\"],"
            + "\"foundAt\":null,\"url\":\"https://acme.example/v/1\"");
  }

  @Test
  void areCountedIfThereAreManyOfThem() {
    List<BlockExplanation> seven = explanation(many(7));

    assertThat(List.of(TextReport.of(seven), MarkdownReport.of(seven), HtmlReport.of(seven)))
        .allSatisfy(report -> assertThat(report)
            .contains("7 violations were found", "CVE-4", "and 2 more")
            .doesNotContain("CVE-5"));
  }
}
