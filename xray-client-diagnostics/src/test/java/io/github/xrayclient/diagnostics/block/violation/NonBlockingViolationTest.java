package io.github.xrayclient.diagnostics.block.violation;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A violation that does not block makes causes less certain, and rules none out. */
class NonBlockingViolationTest extends PlatformFixture {
  private static final String LIBS = repository("libs", "local");

  private static String rule(String name, String priority, String switches) {
    return "{'name':'" + name + "'" + priority + ",'criteria':{},'actions':{'block_download':{"
        + switches + "}}}";
  }

  private void policy(String... rules) {
    platform.put(
        Kind.POLICIES, "{'name':'p','type':'security','rules':[" + String.join(",", rules) + "]}");
  }

  private static String matched(String rule, String more) {
    return "{'policy':'p','rule':'" + rule + "'" + more + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",'priority':1 | ,'priority':2 | POSSIBLE",
        ",'priority':2 | ,'priority':1 | LIKELY",
        ",'priority':1 | ,'priority':1 | POSSIBLE",
        "''            | ,'priority':1 | POSSIBLE",
        ",'priority':1 | ''            | POSSIBLE",
      })
  void ofARuleThatMayBeEvaluatedEarlierLeavesLessForTheBlockingRule(
      String noticing, String blocking, Verdict verdict) {
    policy(
        rule("notice", noticing.replace("''", ""), "'active':false"),
        rule("block", blocking.replace("''", ""), BLOCK));
    platform.watch("w", "p", LIBS).violation("1", "w", matched("notice", ",'is_blocking':false"));

    assertThat(platform.explain().causes())
        .extracting(cause -> cause.rule().orElseThrow(), BlockCause::verdict)
        .containsExactly(tuple("block", verdict));
    assertThat(platform.explain().ruledOut()).isEmpty();
  }

  @Test
  void isNamedInTheReason() {
    policy(rule("notice", ",'priority':1", ""), rule("block", ",'priority':2", BLOCK));
    platform.watch("w", "p", LIBS).violation("1", "w", matched("notice", ""));

    assertThat(platform.explain().causes().get(0).reason())
        .endsWith("This blocks the download only if the artifact has another violation that this"
            + " rule matches, because violation XRAY-1 matched rule \"notice\", which ended the"
            + " evaluation of the policy, and does not block downloads.");
  }

  @Test
  void leavesTheRuleOnUnscannedArtifactsAlone() {
    policy(rule("notice", ",'priority':1", ""), rule("block", ",'priority':2", UNSCANNED));
    platform.watch("w", "p", LIBS).violation("1", "w", matched("notice", ",'is_blocking':false"));

    assertThat(platform.explain().causes())
        .extracting(BlockCause::verdict)
        .containsExactly(Verdict.LIKELY);
  }

  @Test
  void saysNothingAgainstAnotherViolationThatBlocks() {
    policy(rule("notice", ",'priority':1", ""), rule("block", ",'priority':2", BLOCK));
    platform
        .watch("w", "p", LIBS)
        .violation("1", "w", matched("notice", ",'is_blocking':false"))
        .violation("2", "w", matched("block", ",'is_blocking':true"));

    assertThat(platform.explain().causes())
        .extracting(BlockCause::verdict)
        .containsExactly(Verdict.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({
    "w,",
    "v,',\"is_blocking\":false'",
    "w,',\"is_blocking\":false,\"is_ignored\":true'",
    "w,',\"is_blocking\":true,\"is_ignored\":true'"
  })
  void isNoneOfAnotherWatchOrWithoutStatementOrIgnored(String watch, String more) {
    policy(rule("block", ",'priority':1", BLOCK), rule("other", ",'priority':2", BLOCK));
    platform
        .watch("w", "p", LIBS)
        .watch("v", "q", LIBS)
        .violation("1", watch, matched("block", more == null ? "" : more))
        .violation("2", "w", "{'policy':'q','rule':'x','is_blocking':false}");

    assertThat(platform.explain().causes())
        .filteredOn(cause -> cause.rule().isPresent())
        .extracting(BlockCause::verdict)
        .containsExactly(Verdict.LIKELY, Verdict.LIKELY);
  }

  @Test
  void ofTheBlockingRuleItselfLowersIt() {
    policy(rule("block", ",'priority':1", BLOCK));
    platform.watch("w", "p", LIBS).violation("1", "w", matched("block", ",'is_blocking':false"));

    assertThat(platform.explain().causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.reason())
          .endsWith("only if the artifact has another violation of the rule, because Xray reports"
              + " that violation XRAY-1 does not block downloads.");
    });
  }

  @Test
  void saysNothingAboutAnotherMemberOfAVirtualRepository() {
    policy(rule("notice", ",'priority':1", ""), rule("block", ",'priority':2", BLOCK));
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven','repositories':['apps','libs']}")
        .local("libs", "")
        .local("apps", "")
        .watch("w", "p", allRepositories())
        .violation("1", "w", matched("notice", ",'is_blocking':false"));

    assertThat(platform.explain("all", "a/b.jar").causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.member()).contains("apps");
    });
  }
}
