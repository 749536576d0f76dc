package io.github.xrayclient.diagnostics.block.violation;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Violations that an ignore rule covers do not hide an older one that blocks. */
class IgnoredViolationsTest extends PlatformFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",'is_ignored':true|\"\"",
        "\"\"|,'ignore_rule_info':{'id':'00000000-0000-4000-8000-000000000001','is_expired':false}"
      },
      quoteCharacter = '"')
  void areReadPastToTheFirstThatBlocks(String ofPolicy, String ofViolation) {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", repository("libs", "local"))
        .put(
            Kind.VIOLATIONS,
            "{'violation_id':'old','watch_name':'w','created':'2026-01-01T00:00:00Z',"
                + "'impacted_artifacts':['default/libs/a/b.jar'],'matched_policies':["
                + matched("p", "'is_blocking':true") + "]}");
    for (int i = 0; i < 250; i++) {
      platform.violation("v" + i, "w", matched("p", "'is_blocking':true" + ofPolicy), ofViolation);
    }

    assertThat(platform.explain().causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.verdict()).isEqualTo(Verdict.CONFIRMED));
  }
}
