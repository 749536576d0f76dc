package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestReportTest {
  private static final BlockCause CAUSE = Explanations.BLOCKED.causes().get(0).toBuilder()
      .verdict(BlockCause.Verdict.CONFIRMED)
      .watchProject("alpha")
      .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
      .violationCount(1)
      .addViolation(BlockingViolation.builder()
          .issueId("XRAY-1")
          .addCve("CVE-2021-23337")
          .addComponent(ComponentId.of("npm://lodash:4.17.19"))
          .addFixVersion("4.17.21")
          .ignoreFilters(IgnoreFilters.builder()
              .addCve("CVE-2021-23337")
              .addArtifact(IgnoreTarget.of("app-1.0.jar"))
              .build())
          .build())
      .build();

  private static String request(BlockExplanation explanation) {
    return RequestReport.of(List.of(explanation));
  }

  @Test
  void saysWhatWasRefusedByWhomAndWhatIsAskedFor() {
    BlockExplanation explanation = Explanations.BLOCKED.toBuilder()
        .causes(List.of(CAUSE))
        .server("https://acme.example")
        .askedAt(Instant.parse("2026-06-01T12:00:00.5Z"))
        .addNextStep(NextStep.builder()
            .kind(NextStep.Kind.CREATE_IGNORE_RULE)
            .text("Create it.")
            .command("java -jar xray-examples.jar ignore --days 30")
            .build())
        .build();

    assertThat(request(explanation))
        .isEqualTo("Refused download: org/acme/app-1.0.jar\n"
            + "Repository: example-repo-local\n"
            + "Server: https://acme.example\n"
            + "Checked at: 2026-06-01T12:00:00Z\n"
            + "Reason: refused by Xray's download blocking\n"
            + "\n"
            + "Watch Test_watch > policy Test_policy > rule block_downloads"
            + " (severity High or above): confirmed\n"
            + "Project of the watch: alpha\n"
            + "It blocks because of a violation.\n"
            + "- CVE-2021-23337 in npm://lodash:4.17.19: fixed in 4.17.21\n"
            + "\n"
            + "Please create this ignore rule for a time that you choose, or tell me which\n"
            + "version to use instead:\n"
            + "  - CVE-2021-23337 in npm://lodash:4.17.19, only for artifact app-1.0.jar, only\n"
            + "    for watch Test_watch of project alpha\n"
            + "  java -jar xray-examples.jar ignore --days 30\n");
  }

  @Test
  void namesNoCauseThatIsOnlyPossible() {
    BlockCause possible = CAUSE.toBuilder().verdict(BlockCause.Verdict.POSSIBLE).build();

    assertThat(
            request(Explanations.BLOCKED.toBuilder().causes(List.of(possible)).build()))
        .doesNotContain("> policy");
  }

  @Test
  void hasTheFactsOfAWaiverForCuration() {
    assertThat(request(Explanations.CURATED))
        .contains(
            "Reason: refused by Curation",
            "Package: acme 1.0",
            "Curation policy: p, condition c",
            "Replace it",
            "Please add a waiver for this package");
    assertThat(request(Explanations.of("x")))
        .contains("\"pkg_name\" : \"acme\"", "Please approve a waiver");
  }

  @Test
  void passesOnTheFirstStepIfNoRuleCanBeMade() {
    assertThat(request(Explanations.BLOCKED))
        .contains("Please make this download possible", "Look at the violations.");
  }

  @ParameterizedTest
  @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
  void keepsTextOfTheServerHarmless(String hostile) {
    assertThat(request(Explanations.of(hostile)))
        .doesNotContain("\u001b", "\u202e", "\r", "\u0007");
  }
}
