package io.github.xrayclient.diagnostics.block.violation;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy is identified by its name and its type, and finds only violations of this type. */
class PoliciesOfOneNameTest extends PlatformFixture {
  private static final String OF_PROJECT = "'type':'license','project_key':'pay'";
  private static final String BOTH = "{'name':'p','type':'security'},{'name':'p','type':'license'}";

  private void watch(String assigned) {
    platform.put(
        Kind.WATCHES,
        "{'general_data':{'name':'w','active':true,'project_key':'pay'},'project_resources':{'resources':["
            + repository("libs", "local") + "]},'assigned_policies':[" + assigned + "]}");
  }

  private void violation(String more) {
    platform.violation("1", "w", matched("p", "'is_blocking':true"), more);
  }

  private List<BlockCause> causes() {
    return platform.explain().causes();
  }

  @ParameterizedTest
  @CsvSource({"Security,security,license", "License,license,security", "license,license,security"})
  void areToldApartByTheTypeOfTheViolation(String type, String violated, String other) {
    platform.policy("p", BLOCK).policy("p", OF_PROJECT, BLOCK);
    watch(BOTH);
    violation(",'type':'" + type + "'");

    assertThat(causes())
        .extracting(BlockCause::verdict, cause -> cause.policyType().orElseThrow())
        .containsExactly(
            tuple(Verdict.CONFIRMED, PolicyType.of(violated)),
            tuple(Verdict.LIKELY, PolicyType.of(other)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'type':''", ",'type':'Something_New'", ",'type':null"})
  void areBothOpenIfTheViolationDoesNotTellItsType(String type) {
    platform.policy("p", BLOCK).policy("p", OF_PROJECT, BLOCK);
    watch(BOTH);
    violation(type);

    assertThat(causes())
        .extracting(BlockCause::verdict)
        .containsExactly(Verdict.LIKELY, Verdict.LIKELY);
    assertThat(causes()).allSatisfy(cause -> assertThat(cause.violationCount()).contains(1));
  }

  @Test
  void areToldApartIfOneOfThemCannotBeRead() {
    platform.policy("p", BLOCK);
    watch(BOTH);
    violation(",'type':'License'");

    assertThat(causes())
        .extracting(BlockCause::verdict, cause -> cause.policyType().orElseThrow())
        .containsExactly(
            tuple(Verdict.CONFIRMED, PolicyType.LICENSE),
            tuple(Verdict.LIKELY, PolicyType.SECURITY));
  }

  @Test
  void haveAnotherCauseIfThePolicyOfTheTypeHasNoSuchRuleNow() {
    platform
        .policy("p", BLOCK)
        .put(
            Kind.POLICIES,
            "{'name':'p'," + OF_PROJECT + ",'rules':[{'name':'renamed','priority':1,"
                + "'criteria':{},'actions':{}}]}");
    watch(BOTH);
    violation(",'type':'License'");

    assertThat(causes())
        .extracting(BlockCause::verdict, cause -> cause.policyType().orElseThrow())
        .containsExactly(
            tuple(Verdict.CONFIRMED, PolicyType.LICENSE),
            tuple(Verdict.LIKELY, PolicyType.SECURITY));
  }

  @Test
  void needNoTypeIfThereIsOnlyOne() {
    platform.policy("p", BLOCK);
    watch("{'name':'p'}");
    violation(",'type':'License'");

    assertThat(causes()).extracting(BlockCause::verdict).containsExactly(Verdict.CONFIRMED);
  }

  @Test
  void areToldApartForViolationsThatDoNotBlock() {
    platform.policy("p", BLOCK).policy("p", OF_PROJECT, BLOCK);
    watch(BOTH);
    platform.violation("1", "w", matched("p", "'is_blocking':false"), ",'type':'License'");

    assertThat(causes())
        .extracting(BlockCause::verdict, cause -> cause.policyType().orElseThrow())
        .containsExactly(
            tuple(Verdict.LIKELY, PolicyType.SECURITY),
            tuple(Verdict.POSSIBLE, PolicyType.LICENSE));
  }
}
