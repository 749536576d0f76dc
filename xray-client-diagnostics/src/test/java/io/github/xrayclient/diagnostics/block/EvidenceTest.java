package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Trigger;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest extends PlatformFixture {
  private static final String LIBS = repository("libs", "local");

  @Nested
  class ScanStatus {
    @Test
    void rulesOutTheSwitchOnUnscannedArtifactsIfItIsDone() {
      platform
          .policy("p", UNSCANNED)
          .policy("both", BLOCK + "," + UNSCANNED)
          .watch("w", "p", LIBS)
          .watch("v", "both", LIBS)
          .scan("libs", "a/b.jar", "DONE");

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::watch, cause -> cause.trigger().orElseThrow())
          .containsExactly(tuple("v", Trigger.VIOLATION));
      assertThat(found.ruledOut())
          .extracting(RuledOut::watch, RuledOut::policy, RuledOut::rule)
          .containsExactlyInAnyOrder(
              tuple("w", Optional.of("p"), Optional.of("r")),
              tuple("v", Optional.of("both"), Optional.of("r")));
      assertThat(found.ruledOut())
          .extracting(RuledOut::reason)
          .allMatch(reason -> reason.contains("the scan of this artifact is done"));
      assertThat(found.ruledOut())
          .extracting(RuledOut::trigger)
          .containsOnly(Optional.of(Trigger.UNSCANNED));
    }

    @ParameterizedTest
    @CsvSource({
      "NOT_SCANNED, retention period",
      "PENDING, Wait for the pending scan",
      "SCANNING, Wait for the pending scan",
      "PARTIAL, Wait for the pending scan",
      "PARTIAL, If the scan stays incomplete",
      "FAILED, scanned again",
      "NOT_SUPPORTED, from the watch by a filter",
      "SOMETHING_NEW, retention period"
    })
    void supportsItOtherwise(String state, String advice) {
      platform.policy("p", UNSCANNED).watch("w", "p", LIBS).scan("libs", "a/b.jar", state);

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(cause.reason()).endsWith("The scan status of the artifact is " + state + ".");
      });
      assertThat(found.nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains(advice));
    }

    @Test
    void leavesItIfItIsNotKnown() {
      platform.policy("p", UNSCANNED).watch("w", "p", LIBS);
      platform.server.forbid("/xray/api/v1/artifact");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(sentence -> sentence.contains("scan status of the artifact is not known")
              && sentence.contains("answered 403: Permission denied"));
    }

    @Test
    void isAskedForByTheCacheOfARemoteRepository() {
      platform.remote("pypi").policy("p", UNSCANNED).watch("w", "p", repository("pypi", "remote"));
      platform.scan("pypi-cache", "x.whl", "DONE");

      assertThat(platform.explain("pypi", "x.whl").causes()).isEmpty();
      assertThat(platform.explain("pypi-cache", "x.whl").causes()).isEmpty();
    }

    @Test
    void isAskedForOfTheMembersOfAVirtualRepository() {
      platform
          .put(Kind.REPOSITORIES, "{'key':'all','rclass':'virtual','repositories':['libs']}")
          .local("libs", "")
          .policy("p", UNSCANNED)
          .watch("w", "p", LIBS)
          .scan("libs", "a/b.jar", "DONE");

      BlockExplanation found = platform.explain("all", "a/b.jar");

      assertThat(found.causes()).isEmpty();
      assertThat(found.ruledOut())
          .extracting(RuledOut::fact)
          .containsExactly(RuledOut.Fact.SCAN_DONE);
      assertThat(notChecked(found)).doesNotContain(NotChecked.Subject.SCAN_STATUS);
      assertThat(platform.requests("/xray/api/v1/artifact")).hasSize(1);
    }

    @Test
    void thatTheServerDoesNotGiveIsNotKnown() {
      platform
          .policy("p", UNSCANNED)
          .watch("w", "p", LIBS)
          .put(Kind.SCAN_STATUSES, "{'repo':'libs','path':'a/b.jar'}");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).hasSize(1);
      assertThat(notChecked(found)).contains(NotChecked.Subject.SCAN_STATUS);
    }

    @Test
    void thatIsDoneForLongIsNoReasonToTryAgain() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", LIBS);
      platform.scan("libs", "a/b.jar", "DONE");

      BlockExplanation found = platform.explain();

      assertThat(kinds(found))
          .containsExactly(
              NextStep.Kind.APPLY_WATCH,
              NextStep.Kind.CHANGE_VERSION,
              NextStep.Kind.CREATE_IGNORE_RULE);
      assertThat(notChecked(found)).doesNotContain(NotChecked.Subject.SCAN_STATUS);
    }

    @Test
    void leavesARuleThatAViolationNamesRuledOutOnUnscannedArtifacts() {
      platform
          .policy("p", UNSCANNED)
          .watch("w", "p", LIBS)
          .scan("libs", "a/b.jar", "DONE")
          .violation("1", "w", matched("p", "'is_blocking':true"));

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::verdict, cause -> cause.trigger().orElseThrow())
          .containsExactly(tuple(Verdict.CONFIRMED, Trigger.VIOLATION));
      assertThat(found.ruledOut())
          .extracting(RuledOut::fact)
          .containsExactly(RuledOut.Fact.SCAN_DONE);
    }

    @Test
    void saysThatAFreshOneMayNotBeKnownToArtifactoryYet() {
      platform
          .policy("p", UNSCANNED)
          .watch("w", "p", LIBS)
          .put(
              Kind.SCAN_STATUSES,
              "{'repo':'libs','path':'a/b.jar','overall':{'status':'DONE',"
                  + "'time':'2026-06-01T11:59:00Z'}}");

      assertThat(platform.explain().nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("120 seconds"));
    }
  }

  private static List<NextStep.Kind> kinds(BlockExplanation explanation) {
    return explanation.nextSteps().stream().map(NextStep::kind).collect(Collectors.toList());
  }

  private static List<NotChecked.Subject> notChecked(BlockExplanation explanation) {
    return explanation.notChecked().stream().map(NotChecked::what).collect(Collectors.toList());
  }

  @Nested
  class Switches {
    @Test
    void lowerViolationsIfBlockedDownloadsAreAllowed() {
      platform
          .policy("p", BLOCK + "," + UNSCANNED)
          .watch("w", "p", LIBS)
          .violation("1", "w", matched("p", "'is_blocking':true"))
          .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':true,'xrayAllowBlocked':true}");

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::verdict, cause -> cause.trigger().orElseThrow())
          .containsExactly(
              tuple(Verdict.LIKELY, Trigger.UNSCANNED), tuple(Verdict.POSSIBLE, Trigger.VIOLATION));
      assertThat(found.nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("xrayAllowBlocked"));
    }

    @Test
    void thatAreAsUsualAreNotToldOf() {
      platform
          .local("libs", "")
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .put(
              Kind.XRAY_INTEGRATION,
              "{'xrayEnabled':true,'xrayAllowBlocked':false,'blockUnscannedTimeoutSeconds':60}");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(kinds(found))
          .containsExactly(NextStep.Kind.CHANGE_VERSION, NextStep.Kind.CREATE_IGNORE_RULE);
      assertThat(notChecked(found)).doesNotContain(NotChecked.Subject.ARTIFACTORY_SETTINGS);
    }

    @Test
    void thatEndTheIntegrationAreAReasonToTryAgain() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':false}");

      assertThat(kinds(platform.explain())).contains(NextStep.Kind.RETRY);
    }

    @Test
    void sayHowLongADownloadWaits() {
      platform
          .policy("p", UNSCANNED)
          .watch("w", "p", LIBS)
          .put(Kind.XRAY_INTEGRATION, "{'xrayEnabled':true,'blockUnscannedTimeoutSeconds':45}");

      assertThat(platform.explain().nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("45 seconds"));
    }
  }

  @Nested
  class Changes {
    @Test
    void ofAPolicyAMomentAgoAreNoted() {
      platform
          .policy("p", "'type':'security','modified':'2026-06-01T11:56:00Z'", BLOCK)
          .policy("q", "'type':'security','modified':'2026-06-01T11:54:00Z'", BLOCK)
          .watch("w", "p", LIBS)
          .watch("v", "q", LIBS);

      assertThat(platform.explain().nextSteps())
          .extracting(NextStep::text)
          .filteredOn(step -> step.contains("the policy before the change"))
          .singleElement()
          .satisfies(step -> assertThat(step).contains("Policy \"p\"", "300 seconds"));
    }

    @Test
    void ofManyPoliciesAMomentAgoAreNotedOfThree() {
      for (String name : List.of("p", "q", "r", "s")) {
        platform
            .policy(name, "'type':'security','modified':'2026-06-01T11:59:00Z'", BLOCK)
            .watch("w" + name, name, LIBS);
      }

      assertThat(kinds(platform.explain()))
          .filteredOn(NextStep.Kind.RETRY::equals)
          .hasSize(3);
    }

    @Test
    void beforeTheScanAreNotNoted() {
      platform
          .policy("p", "'type':'security','modified':'2026-04-30T00:00:00Z'", BLOCK)
          .watch("w", "p", LIBS)
          .violation("1", "w", matched("p", "'is_blocking':false"))
          .scan("libs", "a/b.jar", "DONE");

      assertThat(kinds(platform.explain()))
          .doesNotContain(NextStep.Kind.RETRY, NextStep.Kind.APPLY_WATCH);
    }

    @Test
    void ofAPolicyWhoseViolationBlocksAreNotNoted() {
      platform
          .policy("p", "'type':'security','modified':'2026-06-01T11:59:00Z'", BLOCK)
          .watch("w", "p", LIBS)
          .violation("1", "w", matched("p", "'is_blocking':true"))
          .scan("libs", "a/b.jar", "DONE");

      assertThat(kinds(platform.explain()))
          .doesNotContain(NextStep.Kind.RETRY, NextStep.Kind.APPLY_WATCH);
    }

    @Test
    void ofAWatchAreNotTakenForTheReasonWhileTheScanIsPending() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS).scan("libs", "a/b.jar", "PENDING");

      assertThat(kinds(platform.explain())).doesNotContain(NextStep.Kind.APPLY_WATCH);
    }

    @Test
    void afterTheScanAreNoted() {
      platform
          .policy("p", "'type':'security','modified':'2026-05-02T00:00:00Z'", BLOCK)
          .watch("w", "p", LIBS)
          .scan("libs", "a/b.jar", "DONE");

      assertThat(platform.explain().nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("after the scan of the artifact"));
    }
  }

  @Nested
  class IgnoreRules {
    private Platform blocked() {
      return platform.local("libs", "").policy("p", BLOCK).watch("w", "p", LIBS);
    }

    private void rule(String id, String artifact) {
      platform.put(
          Kind.IGNORE_RULES,
          "{'id':'" + id + "','is_expired':false,'created':'2026-02-01T00:00:00Z',"
              + "'ignore_filters':{'cves':['any'],'artifacts':[{" + artifact + "}]}}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'name':'b.jar'       | true",
          "'name':'a/b.jar'     | true",
          "'name':'b'           | false",
          "'path':'a/'          | true",
          "'path':'libs/a/'     | true",
          "'path':'b/'          | false",
          "'path':''            | false"
        })
    void areToBeCheckedIfTheyNameTheArtifact(String artifact, boolean named) {
      blocked();
      rule("1", artifact);

      assertThat(kinds(platform.explain()).contains(NextStep.Kind.CHECK_IGNORE_RULE))
          .isEqualTo(named);
    }

    @Test
    void areToBeCheckedIfTheyNameTheCveOfAViolation() {
      blocked()
          .violation(
              "1",
              "w",
              matched("p", "'is_blocking':true"),
              ",'properties':[{'cve':'CVE-2026-1'},{'cve':''}]")
          .put(
              Kind.IGNORE_RULES,
              "[{'id':'rule-one','is_expired':false,'ignore_filters':{'cves':['CVE-2026-1']}},"
                  + "{'id':'rule-two','is_expired':false,'ignore_filters':{'cves':['CVE-2026-2']}}]");

      assertThat(platform.explain().nextSteps())
          .filteredOn(step -> step.kind() == NextStep.Kind.CHECK_IGNORE_RULE)
          .extracting(NextStep::text)
          .singleElement()
          .asString()
          .contains("rule-one")
          .doesNotContain("rule-two");
    }

    @Test
    void areToBeCheckedIfTheyNameTheLicenseOfAViolation() {
      blocked()
          .violation("1", "w", matched("p", "'is_blocking':true"), ",'type':'License'")
          .put(
              Kind.IGNORE_RULES,
              "[{'id':'rule-one','is_expired':false,'ignore_filters':{'licenses':['XRAY-1']}},"
                  + "{'id':'rule-two','is_expired':false,'ignore_filters':{'licenses':['MIT']}}]");

      assertThat(platform.explain().nextSteps())
          .filteredOn(step -> step.kind() == NextStep.Kind.CHECK_IGNORE_RULE)
          .extracting(NextStep::text)
          .singleElement()
          .asString()
          .contains("rule-one");
    }

    @Test
    void areToBeMadeAgainIfTheServerSaysThatTheyHaveExpired() {
      blocked()
          .violation(
              "1",
              "w",
              matched("p", "'is_blocking':true"),
              ",'ignore_rule_info':{'id':'rule-one','is_expired':true}");

      assertThat(platform.explain().nextSteps())
          .filteredOn(step -> step.kind() == NextStep.Kind.CREATE_IGNORE_RULE)
          .extracting(NextStep::text)
          .anyMatch(text -> text.contains("rule-one"));
    }

    @Test
    void thatAreManyAreNotAllNamed() {
      blocked();
      for (int i = 0; i < 7; i++) {
        rule("" + i, "'name':'b.jar'");
      }

      assertThat(kinds(platform.explain()))
          .filteredOn(NextStep.Kind.CHECK_IGNORE_RULE::equals)
          .hasSize(5);
    }

    @Test
    void areNotReadIfOnlyUnscannedArtifactsAreBlocked() {
      platform.policy("p", UNSCANNED).watch("w", "p", LIBS);

      platform.explain();

      assertThat(platform.requests("/xray/api/v1/ignore_rules")).isEmpty();
    }
  }

  @Test
  void namesThePoliciesThatCoverTheArtifactWithoutBlockingIt() {
    platform.policy("p", "'active':false").watch("w", "p", LIBS).watch("v", "p", "");

    assertThat(platform.explain().notBlocking())
        .extracting(NotBlocking::watch, NotBlocking::policy)
        .containsExactly(tuple("w", "p"));
  }

  @Test
  void putsTheSurestCauseFirstAndThenGoesByNames() {
    platform.policy("p", BLOCK).policy("q", BLOCK).policy("o", BLOCK);
    platform
        .watch("w", "q", LIBS)
        .put(
            Kind.WATCHES,
            "{'general_data':{'name':'v','active':true},'project_resources':{'resources':[" + LIBS
                + "]},'assigned_policies':[{'name':'q'},{'name':'p'}]}")
        .watch("a", "'description':'not said to be active'", "o", LIBS);

    assertThat(platform.explain().causes())
        .extracting(BlockCause::watch, BlockCause::policy, BlockCause::verdict)
        .containsExactly(
            tuple("v", "p", Verdict.LIKELY),
            tuple("v", "q", Verdict.LIKELY),
            tuple("w", "q", Verdict.LIKELY),
            tuple("a", "o", Verdict.POSSIBLE));
  }
}
