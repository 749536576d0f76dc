package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A violation of one member of a virtual repository proves nothing about the other members. */
class MemberViolationsTest extends PlatformFixture {
  @BeforeEach
  void virtual() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven',"
                + "'repositories':['libs','apps','pypi']}")
        .local("libs", "")
        .local("apps", "")
        .remote("pypi")
        .policy("p", BLOCK);
  }

  private void violation(String id, String watch, String artifact, String more) {
    platform.put(
        Kind.VIOLATIONS,
        "{'violation_id':'" + id + "','issue_id':'XRAY-" + id + "','watch_name':'" + watch + "',"
            + "'impacted_artifacts':[" + artifact + "],'matched_policies':["
            + matched("p", "'is_blocking':true") + "]" + more + "}");
  }

  @ParameterizedTest
  @CsvSource({"default/apps/a/b.jar,apps", "pypi-cache/a/b.jar,pypi", "art-2/pypi/a/b.jar,pypi"})
  void confirmOnlyTheMemberThatTheyName(String artifact, String member) {
    platform.watch("w", "p", allRepositories());
    violation("1", "w", "'" + artifact + "'", "");

    assertThat(platform.explain("all", "a/b.jar").causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.CONFIRMED);
      assertThat(cause.member()).contains(member);
      assertThat(cause.reason()).doesNotContain("libs");
    });
  }

  @Test
  void areNoProofForAWatchOnAnotherMember() {
    platform
        .watch("libs-only", "p", repository("libs", "local"))
        .watch("apps-only", "p", repository("apps", "local"));
    violation("1", "libs-only", "'default/libs/a/b.jar'", "");

    assertThat(platform.explain("all", "a/b.jar").causes())
        .extracting(BlockCause::watch, BlockCause::verdict, BlockCause::member)
        .containsExactly(
            tuple("libs-only", Verdict.CONFIRMED, Optional.of("libs")),
            tuple("apps-only", Verdict.LIKELY, Optional.of("apps")));
  }

  @Test
  void ofAMemberThatTheWatchDoesNotCoverNameThatMember() {
    platform.watch("w", "p", repository("libs", "local"));
    violation("1", "w", "'default/apps/a/b.jar'", "");

    assertThat(platform.explain("all", "a/b.jar").causes())
        .extracting(BlockCause::watch, BlockCause::verdict, BlockCause::member)
        .containsExactly(
            tuple("w", Verdict.CONFIRMED, Optional.of("apps")),
            tuple("w", Verdict.LIKELY, Optional.of("libs")));
  }

  @Test
  void withoutAnArtifactConfirmNoneOfSeveralMembers() {
    platform.watch("w", "p", allRepositories()).server.version("3.80.0"); // ignores the filter
    violation("1", "w", "", "");

    assertThat(platform.explain("all", "a/b.jar").causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.reason())
          .contains("but the violation does not name the member in which it was found.");
    });
  }

  @Test
  void withoutAnArtifactConfirmTheOnlyMemberThatTheWatchCovers() {
    platform.watch("w", "p", repository("apps", "local")).server.version("3.80.0");
    violation("1", "w", "", "");

    assertThat(platform.explain("all", "a/b.jar").causes())
        .extracting(BlockCause::verdict, BlockCause::member)
        .containsExactly(tuple(Verdict.CONFIRMED, Optional.of("apps")));
  }

  @ParameterizedTest
  @CsvSource({"Security,security", "License,license", "Operational_Risk,operational_risk"})
  void giveTheTypeOfAPolicyThatCannotBeRead(String type, String expected) {
    violation("1", "unseen", "'default/libs/a/b.jar'", ",'type':'" + type + "'");

    assertThat(platform.explain("libs", "a/b.jar").causes())
        .extracting(BlockCause::policyType)
        .containsExactly(Optional.of(PolicyType.of(expected)));
  }

  @Test
  void settleThatTheWatchCovers() {
    platform.watch("w", "p", allRepositories("{'type':'other','value':'x'}"));
    violation("1", "w", "'default/libs/a/b.jar'", "");

    assertThat(platform.explain("libs", "a/b.jar").causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.reason())
            .startsWith("Watch \"w\" covers repository \"libs\".")
            .doesNotContain("may cover"));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01T00:00:00Z,true", "2026-05-01T00:00:00Z,false", "'',true"})
  void refuteTheOtherRulesOfThePolicyUnlessItWasChangedSince(String modified, boolean refuted) {
    platform
        .put(
            Kind.POLICIES,
            "{'name':'two','type':'security','modified':'" + modified + "','rules':[" + rule("r", 2)
                + "," + rule("other", 1) + "]}")
        .watch("w", "two", repository("libs", "local"))
        .violation("1", "w", matched("two", "'is_blocking':true"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).hasSize(refuted ? 1 : 2);
    assertThat(found.ruledOut())
        .extracting(RuledOut::fact, out -> out.rule().orElseThrow())
        .containsExactlyElementsOf(
            refuted ? List.of(tuple(RuledOut.Fact.OTHER_RULE_VIOLATED, "other")) : List.of());
  }

  @Test
  void refuteNoRuleOfAnotherMember() {
    platform
        .put(
            Kind.POLICIES,
            "{'name':'two','type':'security','rules':[" + rule("r", 2) + "," + rule("other", 1)
                + "]}")
        .watch("w", "two", allRepositories());
    platform.violation("1", "w", matched("two", "'is_blocking':true"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.causes())
        .extracting(cause -> cause.rule().orElseThrow(), BlockCause::verdict)
        .containsExactly(tuple("r", Verdict.CONFIRMED), tuple("other", Verdict.LIKELY));
    assertThat(found.ruledOut()).isEmpty();
  }

  private static String rule(String name, int priority) {
    return "{'name':'" + name + "','priority':" + priority
        + ",'criteria':{},'actions':{'block_download':{" + BLOCK + "}}}";
  }
}
