package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.evidence.read.SetupReader;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalReadFailureTest extends PlatformFixture {
  @Nested
  class Failure {
    @Test
    void ofEveryLookUpLeavesAUsefulAnswer() {
      platform
          .policy("p", BLOCK + "," + UNSCANNED)
          .watch("w", "p", repository("libs", "local"))
          .watch("v", "p", "{'type':'project','name':'alpha'}");
      platform.server.forbid("/artifactory").forbid("/xray/api/v1");

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::watch, BlockCause::verdict)
          .containsExactly(
              tuple("w", Verdict.LIKELY),
              tuple("w", Verdict.LIKELY),
              tuple("v", Verdict.POSSIBLE),
              tuple("v", Verdict.POSSIBLE));
      assertThat(found.notChecked())
          .hasSize(5)
          .extracting(NotChecked::sentence)
          .allMatch(sentence -> sentence.contains("answered 403: Permission denied."));
      assertThat(found.notChecked().stream()
              .map(NotChecked::sentence)
              .collect(Collectors.joining("\n")))
          .contains(
              "The repository was not looked up",
              "Violations were not searched",
              "The scan status of the artifact is not known",
              "Ignore rules were not checked",
              "Whether an administrator allows blocked downloads was not checked");
      assertThat(found.nextSteps()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void byAnyStatusIsSaid(int status) {
      platform.policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

      BlockExplanation found = explainFailing(() -> platform.server.failNext(status, 20));

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(text -> text.contains("answered " + status));
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"CONNECTION_RESET", "STALLED_BODY", "GARBAGE_BODY", "HTML_BODY", "EMPTY_BODY"})
    void belowHttpIsSaidToo(Fault fault) {
      platform.policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

      BlockExplanation found = explainFailing(() -> platform.server.failNext(fault, 40));

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(found.notChecked()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void forAPathThatCannotBeSentIsSaid() {
      platform.policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

      BlockExplanation found = platform.explain("libs", "a/\u0001b.jar");

      assertThat(found.causes()).hasSize(1);
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(text -> text.contains("path must not contain control characters"));
    }

    /** Lets the lists through and all that follows fail. */
    private BlockExplanation explainFailing(Runnable fail) {
      SetupReader setup = new SetupReader(platform.xray, Optional.empty());
      setup.index();
      fail.run();
      CallOptions quick =
          CallOptions.none().timeout(Duration.ofMillis(300)).retryPolicy(RetryPolicy.none());
      return new Diagnosis(
              platform.xray.withOptions(quick),
              Optional.empty(),
              setup,
              Clock.systemUTC(),
              false,
              false)
          .of(RequestedArtifact.builder().repository("libs").path("a/b.jar").build());
    }
  }
}
