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
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.Optional;
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
}
