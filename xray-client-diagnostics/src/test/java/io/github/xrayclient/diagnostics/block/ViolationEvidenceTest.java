package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.ViolationId;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationEvidenceTest extends PlatformFixture {
  private static final String LIBS = repository("libs", "local");

  @Nested
  class BlockingViolation {
    @Test
    void confirmsItsWatchPolicyAndRuleAlone() {
      platform
          .policy("p", BLOCK)
          .policy("q", BLOCK)
          .watch("w", "p", LIBS)
          .watch("v", "p", LIBS)
          .watch("u", "q", LIBS)
          .blockingViolation("1", "");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict, BlockCause::watch)
          .containsExactly(
              tuple(Verdict.CONFIRMED, "w"),
              tuple(Verdict.LIKELY, "u"),
              tuple(Verdict.LIKELY, "v"));
      assertThat(platform.explain().causes().get(0).reason())
          .endsWith(
              "Xray reports that violation XRAY-1 (High), found at 2026-03-30T05:45:52Z, blocks"
                  + " downloads.");
    }

    @Test
    void isListedWithWhatItIsAbout() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation(
              "1",
              ",'infected_components':['','gav://a:b:1'],'fix_versions':['2'],'properties':"
                  + "[{'cve':'CVE-2026-1'},{'cve':''},{},{'cve':'CVE-2026-1'}],"
                  + "'violation_details_url':'https://xray.example/1'")
          .blockingViolation("2", "");

      assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
        assertThat(cause.violationCount()).contains(2);
        assertThat(cause.violations())
            .extracting(
                violation -> violation.issueId().orElseThrow(),
                violation -> violation.violationId().orElseThrow())
            .containsExactly(
                tuple("XRAY-1", ViolationId.of("1")), tuple("XRAY-2", ViolationId.of("2")));
        assertThat(cause.violations().get(0)).satisfies(first -> {
          assertThat(first.cves()).containsExactly("CVE-2026-1");
          assertThat(first.components()).containsExactly(ComponentId.of("gav://a:b:1"));
          assertThat(first.fixVersions()).containsExactly("2");
          assertThat(first.severity()).contains(Severity.HIGH);
          assertThat(first.url()).contains("https://xray.example/1");
        });
      });
    }

    @Test
    void isOneOfSeveralOfAWatchThatCannotBeRead() {
      platform
          .violation("1", "unseen", matched("p", "'is_blocking':true"))
          .violation("2", "unseen", matched("p", "'is_blocking':true"))
          .violation("3", "unseen", matched("q", "'is_blocking':true"));

      assertThat(platform.explain().causes())
          .extracting(BlockCause::policy, cause -> cause.violationCount().orElseThrow())
          .containsExactly(tuple("p", 2), tuple("q", 1));
    }

    @Test
    void hasTheTypeOfItsOwnPolicyAndTheProjectOfItsWatch() {
      String never = "{'type':'path-regex','value':'nowhere'}";
      platform
          .policy("q", BLOCK)
          .policy("p", "'type':'license'", BLOCK)
          .put(
              Kind.WATCHES,
              "{'general_data':{'name':'w','active':true,'project_key':'alpha'},"
                  + "'project_resources':{'resources':[" + allRepositories(never)
                  + "]},'assigned_policies':[{'name':'q'},{'name':'p'}]}")
          .blockingViolation("1", "");

      assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
        assertThat(cause.policyType()).contains(PolicyType.LICENSE);
        assertThat(cause.watchProject()).contains("alpha");
      });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{'id':'rule'}                                     | POSSIBLE",
          "{'id':'rule','deleted_at':'2026-05-30T00:00:00Z'} | CONFIRMED",
          "{'id':'rule','is_expired':true}                   | CONFIRMED",
          "{'id':'rule','deleted_by':'','deleted_at':'0001-01-01T00:00:00Z'} | POSSIBLE",
          "{'id':'rule','deleted_at':-62135596800}           | POSSIBLE",
          "{'id':'rule','deleted_by':'kim','deleted_at':''}  | CONFIRMED",
          "{'id':''}                                         | CONFIRMED"
        })
    void isIgnoredOnlyByARuleInForce(String rule, Verdict verdict) {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation("1", ",'ignore_rule_info':" + rule);

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource({"'',false", "0001-01-01T00:00:00Z,false", "2026-03-30T05:45:52Z,true"})
    void isNamedWithItsTimeIfItHasOne(String created, boolean named) {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .put(
              Kind.VIOLATIONS,
              "{'violation_id':'1','issue_id':'XRAY-1','watch_name':'w','created':'" + created
                  + "','impacted_artifacts':['default/libs/a/b.jar'],'matched_policies':["
                  + matched("p", "'is_blocking':true") + "]}");

      assertThat(platform.explain().causes().get(0).reason().contains("found at"))
          .isEqualTo(named);
    }

    @Test
    void ofAnotherWatchThatIsIgnoredSaysNothing() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .violation("1", "v", matched("p", "'is_blocking':true,'is_ignored':true"));

      assertThat(platform.explain().causes())
          .extracting(BlockCause::watch, BlockCause::verdict)
          .containsExactly(tuple("w", Verdict.LIKELY));
    }

    @Test
    void isNoCauseWithoutWatchOrPolicy() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .violation("1", "w", "{'rule':'r','is_blocking':true}")
          .put(
              Kind.VIOLATIONS,
              "{'violation_id':'2','impacted_artifacts':['default/libs/a/b.jar'],"
                  + "'matched_policies':[" + matched("p", "'is_blocking':true") + "]}");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.LIKELY);
    }

    @Test
    void leavesNoDoubtWhetherTheRuleActs() {
      platform
          .put(
              Kind.POLICIES,
              "{'name':'p','rules':[{'name':'first','priority':1,'criteria':{},'actions':{}},"
                  + "{'name':'r','priority':2,'criteria':{'applicable_cves_only':true},"
                  + "'actions':{'block_download':{" + BLOCK + "}}}]}")
          .watch("w", "p", LIBS)
          .blockingViolation("1", "");

      assertThat(platform.explain().causes())
          .singleElement()
          .extracting(BlockCause::reason)
          .asString()
          .doesNotContain("may match first", "Advanced Security");
    }

    @Test
    void leavesAnotherRuleAndTheSwitchOnUnscannedArtifactsAlone() {
      platform
          .policy("p", BLOCK + "," + UNSCANNED)
          .watch("w", "p", LIBS)
          .violation("1", "w", "{'policy':'p','rule':'r','is_blocking':true}");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict, cause -> cause.trigger().orElseThrow())
          .containsExactly(
              tuple(Verdict.CONFIRMED, BlockCause.Trigger.VIOLATION),
              tuple(Verdict.LIKELY, BlockCause.Trigger.UNSCANNED));
    }

    @Test
    void namesTheRuleOfAPolicyThatCannotBeRead() {
      platform
          .watch("w", "hidden", LIBS)
          .violation("1", "w", matched("hidden", "'is_blocking':true"));

      assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(cause.rule()).contains("r");
        assertThat(cause.trigger()).contains(BlockCause.Trigger.VIOLATION);
      });
    }

    @Test
    void isACauseAlsoIfItsWatchCannotBeRead() {
      platform.policy("p", BLOCK).violation("1", "unseen", matched("p", "'is_blocking':true"));

      assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(cause.watch()).isEqualTo("unseen");
        assertThat(cause.policy()).isEqualTo("p");
        assertThat(cause.rule()).contains("r");
        assertThat(cause.resource().type()).isEqualTo(WatchResourceType.REPOSITORY);
        assertThat(cause.resource().name()).contains("libs");
        assertThat(cause.reason())
            .contains("The watch is not among the watches that could be read.");
      });
      assertThat(platform.explain().nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("violations"));
    }

    @Test
    void bringsBackAWatchThatItsFilterRulesOut() {
      String never = "{'type':'path-regex','value':'nowhere'}";
      platform
          .policy("p", "'type':'license'", BLOCK)
          .watch("w", "p", allRepositories(never))
          .blockingViolation("1", "")
          .blockingViolation("2", "");

      BlockExplanation found = platform.explain();

      assertThat(found.ruledOut()).isEmpty();
      assertThat(found.causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(cause.policyType()).contains(PolicyType.LICENSE);
        assertThat(cause.resource().type()).isEqualTo(WatchResourceType.ALL_REPOSITORIES);
        assertThat(cause.reason())
            .contains("this watch and policy do not seem to block the download");
      });
    }

    @Test
    void leavesNoRuleOfItRuledOutThoughTheViolationNamesNone() {
      String never = "{'type':'path-regex','value':'nowhere'}";
      platform
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories(never))
          .violation("1", "w", "{'policy':'p','is_blocking':true}");

      BlockExplanation found = platform.explain();

      assertThat(found.ruledOut()).isEmpty();
      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.CONFIRMED);
    }

    @Test
    void doesNotBringBackAWatchThatIsNotActive() {
      platform
          .policy("p", BLOCK)
          .watch("w", "'active':false", "p", LIBS)
          .blockingViolation("1", "");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).isEmpty();
      assertThat(found.ruledOut())
          .extracting(RuledOut::reason)
          .anyMatch(reason -> reason.startsWith("Watch \"w\" is not active, although a violation"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'is_blocking':false",
          "'is_build_failed':true",
          "'is_blocking':true,'is_ignored':true"
        })
    void isNoneIfItDoesNotBlockOrIsIgnored(String state) {
      platform.policy("p", BLOCK).watch("w", "p", LIBS).violation("1", "w", matched("p", state));

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .doesNotContain(Verdict.CONFIRMED);
    }

    @Test
    void isCertainAlthoughAGracePeriodSeemsToRun() {
      platform
          .policy("young", BLOCK + ",'grace_period_days':90")
          .policy("old", BLOCK + ",'grace_period_days':30")
          .policy(
              "changed",
              "'type':'security','modified':'2026-05-31T00:00:00Z'",
              BLOCK + ",'grace_period_days':30")
          .watch("w1", "young", LIBS)
          .watch("w2", "old", LIBS)
          .watch("w3", "changed", LIBS)
          .violation("1", "w1", matched("young", "'is_blocking':true"))
          .violation("2", "w2", matched("old", "'is_blocking':true"))
          .violation("3", "w3", matched("changed", "'is_blocking':true"));

      List<BlockCause> causes = platform.explain().causes();

      assertThat(causes)
          .extracting(BlockCause::verdict, BlockCause::watch)
          .containsExactly(
              tuple(Verdict.CONFIRMED, "w1"),
              tuple(Verdict.CONFIRMED, "w2"),
              tuple(Verdict.CONFIRMED, "w3"));
      assertThat(causes.get(2).reason())
          .contains("grace period of 30 days")
          .contains("ends at 2026-06-30T00:00:00Z");
    }

    @Test
    void tellsUntilWhenAGracePeriodRuns() {
      platform
          .policy("p", BLOCK + ",'grace_period_days':90")
          .watch("w", "p", LIBS)
          .violation("1", "w", matched("p", "'is_blocking':false"));

      BlockCause cause = platform.explain().causes().get(0);

      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason()).contains("which ends at 2026-06-28T05:45:52Z");
    }
  }

  @Nested
  class Details {
    private String steps() {
      return platform.explain().nextSteps().stream()
          .map(NextStep::text)
          .collect(Collectors.joining("\n"));
    }

    @Test
    void areAlwaysAskedFor() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS).explain();

      assertThat(platform.requests("/xray/api/v1/violations"))
          .singleElement()
          .satisfies(request -> assertThat(
                  request.json().at("/filters/include_details").asBoolean())
              .isTrue());
    }

    @Test
    void nameTheFixedVersionsOfEachComponent() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation(
              "1", ",'infected_components':['gav://a:b:1'],'fix_versions':['[2]','[3]']")
          .blockingViolation("2", ",'fix_versions':['4']");

      assertThat(steps())
          .contains(
              "Fixed versions: gav://a:b:1: XRAY-1 is fixed in [2], [3]; XRAY-2 is fixed in 4.");
    }

    @Test
    void nameCvesThatAreNotApplicableInAnyComponent() {
      String analysis = "{'vulnerability_id':'CVE-%s','result':'%s'}";
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation(
              "1",
              ",'applicability_details':[" + String.format(analysis, "1", "not_applicable") + ","
                  + String.format(analysis, "1", "Not_Applicable") + "]")
          .blockingViolation(
              "2",
              ",'applicability_details':[" + String.format(analysis, "2", "not_applicable") + ","
                  + String.format(analysis, "2", "undetermined") + "]");

      assertThat(steps())
          .contains("Contextual analysis found these CVEs not applicable to the artifact: CVE-1.")
          .doesNotContain("CVE-2");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'applicability_details':[{'vulnerability_id':'CVE-1','result':'not_applicable'}] | true",
          "'applicability_details':[{'vulnerability_id':'CVE-1','result':'applicable'}]     | false",
          "'applicability_details':[],'properties':[{'cve':'CVE-1'}]                        | false",
          "'applicability_details':[{'vulnerability_id':'CVE-2','result':'applicable'}]     | true"
        })
    void doNotCallACveNotApplicableIfAnotherViolationContradicts(String other, boolean named) {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation(
              "1",
              ",'applicability_details':[{'vulnerability_id':'CVE-1','result':'not_applicable'}]")
          .blockingViolation("2", "," + other);

      assertThat(steps().contains("not applicable to the artifact: CVE-1.")).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"200,false", "201,true"})
    void areReadOfTheNewestViolationsOnly(int number, boolean more) {
      platform.policy("p", BLOCK).watch("w", "p", LIBS);
      for (int i = 0; i < number; i++) {
        platform.violation("v" + i, "w", matched("p", "'is_blocking':true"));
      }

      BlockExplanation found = platform.explain();

      assertThat(found.causes().get(0).violationCount()).contains(200);
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .filteredOn(NotChecked.Subject.OLDER_VIOLATIONS::equals)
          .hasSize(more ? 1 : 0);
      assertThat(platform.requests("/xray/api/v1/violations")).hasSize(1);
    }

    @Test
    void areSearchedUpToTheFirstThatBlocks() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS);
      platform.put(
          Kind.VIOLATIONS,
          "{'violation_id':'old','watch_name':'w','created':'2026-01-01T00:00:00Z',"
              + "'impacted_artifacts':['default/libs/a/b.jar'],'matched_policies':["
              + matched("p", "'is_blocking':true") + "]}");
      for (int i = 0; i < 450; i++) {
        platform.violation("v" + i, "w", matched("p", "'is_blocking':false"));
      }

      assertThat(platform.explain().causes().get(0).verdict()).isEqualTo(Verdict.CONFIRMED);
      assertThat(platform.requests("/xray/api/v1/violations")).hasSize(3);
    }

    @Test
    void areReadOfOnePageIfTheServerIgnoresTheArtifact() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS);
      platform.server.version("3.80.0");
      for (int i = 0; i < 450; i++) {
        platform.put(
            Kind.VIOLATIONS,
            "{'violation_id':'" + i + "','watch_name':'w','impacted_artifacts':['default/libs/x'],"
                + "'matched_policies':[" + matched("p", "'is_blocking':true") + "]}");
      }

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.LIKELY);
      assertThat(platform.requests("/xray/api/v1/violations")).hasSize(1);
    }
  }

  @Nested
  class BlockingViolationWithoutRule {
    private static final String ISSUE = ",'properties':[{'cve':'CVE-2026-1'}]";
    private static final String ANY = "'malicious_package':false";

    @Test
    void confirmsTheOnlyRuleOfThePolicy() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .violation("1", "w", "{'policy':'p','is_blocking':true}");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.CONFIRMED);
    }

    @Test
    void confirmsNoneOfSeveralRules() {
      found(rules(ANY, ANY), "");

      assertThat(platform.explain().causes())
          .allSatisfy(cause -> assertThat(cause.reason())
              .endsWith("Xray reports that violation XRAY-1 (High), found at 2026-03-30T05:45:52Z,"
                  + " blocks downloads through this watch and policy, but more than one rule"
                  + " matches the violation: \"r1\", \"r2\"."))
          .extracting(BlockCause::verdict, cause -> cause.rule().orElseThrow())
          .containsExactly(tuple(Verdict.LIKELY, "r1"), tuple(Verdict.LIKELY, "r2"));
    }

    @Test
    void settlesThatTheWatchCovers() {
      String unknown = "{'type':'other','value':'x'}";
      platform
          .put(Kind.POLICIES, rules(ANY, ANY))
          .watch("w", "p", allRepositories(unknown))
          .violation("1", "w", "{'policy':'p','is_blocking':true}");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsOnly(Verdict.LIKELY);
    }

    @Test
    void leavesAGracePeriodOpen() {
      found(rules(ANY, ANY).replace(BLOCK, BLOCK + ",'grace_period_days':9"), "");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsOnly(Verdict.POSSIBLE);
    }

    @Test
    void leavesWhatAnotherViolationHasProved() {
      found(rules(ANY, ANY), "");
      platform.violation("2", "w", "{'policy':'p','rule':'r2','is_blocking':true}");

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict, cause -> cause.rule().orElseThrow())
          .containsExactly(tuple(Verdict.CONFIRMED, "r2"), tuple(Verdict.LIKELY, "r1"));
      assertThat(platform.explain().causes().get(0).reason()).doesNotContain("more than one");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "'min_severity':'Critical'            | 'min_severity':'low'               | r2",
          "'min_severity':'high'                | 'min_severity':'Low'               | r1",
          "'min_severity':'All severities'      | 'min_severity':'Low'               | r1",
          "'min_severity':'High','package_name':'' | 'min_severity':'Low'            | r1",
          "'min_severity':'Critical','vulnerability_ids':[''] | 'min_severity':'Low' | r2",
          "'min_severity':'Critical'            | 'exposures':{'secrets':true}       | r2",
          "'vulnerability_ids':['XRAY-9']       | 'vulnerability_ids':['CVE-2026-1'] | r2",
          "'vulnerability_ids':['XRAY-1','X']   | 'min_severity':'High'              | r1",
          "'vulnerability_ids':['CVE-2026-2']   | 'malicious_package':true           | r2",
        })
    void confirmsTheRuleThatItFits(String first, String second, String expected) {
      found(rules(first, second), ISSUE);

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict, cause -> cause.rule().orElseThrow())
          .first()
          .isEqualTo(tuple(Verdict.CONFIRMED, expected));
      assertThat(platform.explain().causes())
          .last()
          .extracting(BlockCause::verdict)
          .isEqualTo(Verdict.LIKELY);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "'min_severity':'Low','fix_version_dependant':true | 'min_severity':'Low' | x",
          "'min_severity':'Low','applicable_cves_only':true  | 'min_severity':'Low' | x",
          "'min_severity':'Low','newer':1                    | 'min_severity':'Low' | x",
          "'min_severity':'Low','package_name':'a'           | 'min_severity':'Low' | x",
          "'min_severity':'Unknown'                          | 'min_severity':'Low' | x",
          "'min_severity':'Critical'                | 'min_severity':'Critical'     | x",
          "'cvss_range':{'from':9.0,'to':10.0}               | 'min_severity':'Low' | x",
          "'vulnerability_ids':['CVE-2026-2']       | 'min_severity':'Low'          | none",
        })
    void confirmsNoRuleWhereItCannotBeTold(String first, String second, String issue) {
      found(rules(first, second), issue.equals("none") ? "" : ISSUE);

      assertThat(platform.explain().causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.LIKELY, Verdict.LIKELY);
    }

    private void found(String policy, String more) {
      platform
          .put(Kind.POLICIES, policy)
          .watch("w", "p", LIBS)
          .violation("1", "w", "{'policy':'p','is_blocking':true}", more);
    }

    private String rules(String first, String second) {
      return "{'name':'p','type':'security','rules':[" + rule(1, first) + "," + rule(2, second)
          + "]}";
    }

    private String rule(int priority, String criteria) {
      return "{'name':'r" + priority + "','priority':" + priority + ",'criteria':{" + criteria
          + "},'actions':{'block_download':{" + BLOCK + "}}}";
    }
  }

  @Nested
  class NoViolation {
    @Test
    void lowersNoVerdict() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS);

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .noneMatch(sentence -> sentence.contains("iolations were not"));
      assertThat(platform.requests("/xray/api/v1/violations")).hasSize(1);
    }
  }
}
