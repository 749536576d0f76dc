package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people run into that has to do with scans, changes and exceptions. */
class StateSituationsTest extends PlatformFixture {
  private Platform unscanned(String state) {
    platform.local("libs", "").policy("p", UNSCANNED).watch("w", "p", allRepositories());
    return platform.scan("libs", "a/b.jar", state);
  }

  private static void says(BlockExplanation found, String... words) {
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anySatisfy(step -> assertThat(step).contains(words));
  }

  @Test
  void onlyUnscanned() {
    BlockExplanation found = unscanned("FAILED")
        .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':true,'blockUnscannedTimeoutSeconds':60}")
        .explain();

    assertThat(found.causes())
        .extracting(BlockCause::verdict, cause -> cause.trigger().orElseThrow())
        .containsExactly(tuple(Verdict.LIKELY, BlockCause.Trigger.UNSCANNED));
    says(found, "scanned again (POST /xray/api/v2/index)", "indexer");
    says(found, "waits up to 60 seconds for a scan before it refuses a download");
  }

  @Test
  void unsupportedFileTypeWithUnscanned() {
    says(
        unscanned("NOT_SUPPORTED").explain(),
        "Exclude files of this kind from the watch by a filter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NOT_SCANNED", "NOT_SUPPORTED", "PENDING", "SCANNING", "PARTIAL", "FAILED"})
  void ruleOnUnscannedArtifactsStandsFirstIfThereIsNoViolation(String state) {
    platform
        .local("libs", "")
        .policy("a", BLOCK)
        .policy("b", BLOCK + "," + UNSCANNED)
        .watch("w", "a", allRepositories())
        .watch("x", "b", allRepositories())
        .scan("libs", "a/b.jar", state);

    assertThat(platform.explain().causes())
        .extracting(cause -> cause.trigger().orElseThrow())
        .containsExactly(
            BlockCause.Trigger.UNSCANNED,
            BlockCause.Trigger.VIOLATION,
            BlockCause.Trigger.VIOLATION);
  }

  @Test
  void waitingIsNotAdvisedForAnUnsupportedFileType() {
    BlockExplanation found = unscanned("NOT_SUPPORTED")
        .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':true,'blockUnscannedTimeoutSeconds':60}")
        .explain();

    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .doesNotContain(NextStep.Kind.RAISE_TIMEOUT, NextStep.Kind.WAIT_FOR_SCAN);
  }

  @Test
  void retentionExpiredIsTreatedAsNotScanned() {
    says(
        unscanned("NOT_SCANNED").explain(),
        "its retention period has expired (by default 90 days, or 3 days",
        "scanned again",
        "have its retention period extended");
  }

  @Test
  void repositoryNewlyIndexedWithBacklog() {
    says(
        unscanned("PENDING").explain(),
        "Wait for the pending scan",
        "while Xray indexes a repository for the first time");
  }

  @Test
  void repositoryNotIndexed() {
    platform
        .put(Kind.REPOSITORIES, "{'key':'libs','rclass':'local','xrayIndex':false}")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain();

    says(found, "Have the repository indexed", "Artifactory may use a cached verdict");
    assertThat(found.nextSteps().get(0).kind()).isEqualTo(NextStep.Kind.INDEX_REPOSITORY);
    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.POSSIBLE);
  }

  @Test
  void watchJustCreatedOrChanged() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories()).scan("libs", "a/b.jar", "DONE");

    says(
        platform.explain(),
        "affects only later scans",
        "applyWatch",
        "does not offer this for a watch on all repositories");
  }

  @Test
  void violationsThatWereNotSearchedAreNotSaidToBeNone() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories()).scan("libs", "a/b.jar", "DONE");
    platform.server.forbid("/xray/api/v1/violations");

    assertThat(platform.explain().nextSteps())
        .extracting(NextStep::text)
        .noneMatch(step -> step.contains("no violation"));
  }

  @Test
  void policyOrWatchJustRemovedAndStillBlocked() {
    platform.policy("p", "'type':'security','modified':'2026-06-01T11:59:00Z'", "'active':false");
    platform.watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    says(
        found,
        "about 300 seconds on violations, and 120 seconds on unscanned artifacts",
        "changed or deleted");
    says(
        found, "Policy \"p\" was changed at 2026-06-01T11:59:00Z, and Artifactory caches verdicts");
  }

  @Test
  void ignoreRuleExistsAndStillBlocked() {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("p", "'is_blocking':true"));
    rule("expired", "'is_expired':false,'expires_at':'2026-01-01T00:00:00Z'", "");
    rule("elsewhere", "'is_expired':false", ",'watches':['other']");
    rule("otherwise", "'is_expired':false", ",'policies':['q']");
    rule("right", "'is_expired':false", ",'watches':['any']");
    platform.put(
        Kind.IGNORE_RULES,
        "{'id':'unrelated','is_expired':true,'ignore_filters':{'cves':['CVE-1']}}");

    BlockExplanation found = platform.explain();

    says(found, "Ignore rule expired expired at 2026-01-01T00:00:00Z");
    says(found, "the watches that ignore rule elsewhere names (\"other\")");
    says(found, "the policies that ignore rule otherwise names (\"q\")");
    says(found, "ignore rule right names", "seems to apply", "300 seconds");
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .noneMatch(step -> step.contains("unrelated"));
  }

  @Test
  void allViolationsIgnoredAndStillBlocked() {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("p", "'is_blocking':true,'is_ignored':true"))
        .violation("2", "w", matched("p", "'is_blocking':true,'is_ignored':true"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason())
          .contains("a violation that is not ignored, unlike the violations that were found (2)");
    });
    says(found, "All violations that were found are ignored", "rules on unscanned artifacts");
  }

  @Test
  void allViolationsIgnoredBySomebodyUntilATime() {
    String by =
        ",'ignore_rule_info':{'id':'r1','author':'kim'," + "'expires_at':'2026-12-31T00:00:00Z'}";
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("p", "'is_blocking':true,'is_ignored':true"), by)
        .violation("2", "w", matched("p", "'is_blocking':true,'is_ignored':true"), by)
        .violation(
            "3",
            "w",
            matched("p", "'is_blocking':true,'is_ignored':true"),
            ",'ignore_rule_info':{'id':'r2','expires_at':'0001-01-01T00:00:00Z'}");

    says(
        platform.explain(),
        "All violations that were found are ignored by ignore rule r1 of kim until"
            + " 2026-12-31T00:00:00Z and ignore rule r2, but");
  }

  @Test
  void ignoreRuleSoftDeleted() {
    String deleted = "'deleted_by':'admin','deleted_at':'2026-05-30T00:00:00Z'";
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .violation(
            "1",
            "w",
            matched("p", "'is_blocking':true"),
            ",'ignore_rule_info':{'id':'gone'," + deleted + "}");
    rule("also", "'is_expired':false," + deleted, "");

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.CONFIRMED);
    says(found, "Ignore rule gone was deleted at 2026-05-30T00:00:00Z, so it has no effect");
    says(found, "Ignore rule also was deleted at 2026-05-30T00:00:00Z, so it has no effect");
  }

  @Test
  void ignoreRuleWithBlankTextsIsNotAboutTheArtifact() {
    String filters = "{'vulnerabilities':[''],'artifacts':[{'name':'','path':''}]}";
    platform
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories())
        .put(
            Kind.VIOLATIONS,
            "{'violation_id':'1','issue_id':'','watch_name':'w','created':'2026-03-30T05:45:52Z',"
                + "'impacted_artifacts':['default/libs/a/b.jar'],'matched_policies':["
                + matched("p", "'is_blocking':true") + "]}")
        .put(
            Kind.IGNORE_RULES,
            "{'id':'blank','created':'2026-02-01T00:00:00Z','is_expired':true,'ignore_filters':"
                + filters + "}");

    assertThat(platform.explain().nextSteps())
        .noneMatch(step -> step.text().contains("rule blank"));
    assertThat(platform.explain("libs", "a/").nextSteps())
        .noneMatch(step -> step.text().contains("rule blank"));
  }

  private void rule(String id, String state, String filters) {
    platform.put(
        Kind.IGNORE_RULES,
        "{'id':'" + id + "'," + state + ",'created':'2026-02-01T00:00:00Z',"
            + "'ignore_filters':{'vulnerabilities':['XRAY-1']" + filters + "}}");
  }

  @Test
  void administratorAllowsBlockedDownloads() {
    platform
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch("w", "p", allRepositories())
        .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':true,'xrayAllowBlocked':true}");

    BlockExplanation found = platform.explain();

    assertThat(found.causes())
        .extracting(cause -> cause.trigger().orElseThrow(), BlockCause::verdict)
        .containsExactly(
            tuple(BlockCause.Trigger.UNSCANNED, Verdict.LIKELY),
            tuple(BlockCause.Trigger.VIOLATION, Verdict.POSSIBLE));
    says(found, "violations do not block downloads now. Rules on unscanned artifacts still do");
  }

  @Test
  void gracePeriod() {
    platform.policy("p", BLOCK + ",'grace_period_days':14").watch("w", "p", allRepositories());

    assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason()).contains("older than the grace period of 14 days");
    });
  }

  @Test
  void ruleCriteriaNeedAdvancedSecurity() {
    for (String criteria : List.of(
        "'applicable_cves_only':true",
        "'exposures':{'secrets':true}",
        "'sast':{'min_severity':'High'}")) {
      platform
          .put(
              Kind.POLICIES,
              "{'name':'p','type':'security','rules':[{'name':'r','criteria':{" + criteria + "},"
                  + "'actions':{'block_download':{'active':true}}}]}")
          .watch("w", "p", allRepositories());

      assertThat(platform.explain().causes())
          .singleElement()
          .satisfies(cause -> assertThat(cause.reason()).contains("need Advanced Security"));
    }
  }
}
