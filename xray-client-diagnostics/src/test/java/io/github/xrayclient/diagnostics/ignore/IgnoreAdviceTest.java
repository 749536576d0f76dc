package io.github.xrayclient.diagnostics.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.IgnoreObstacle;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.testing.FakeXray;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an explanation proposes to ignore, and what it says about it. */
class IgnoreAdviceTest {
  private static final Instant END = Instant.parse("2099-01-01T00:00:00Z");

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .build();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private void put(FakeXray.Kind kind, String json) {
    server.seed(kind, json.replace('\'', '"'));
  }

  private void blocking(String watch, String policy, String switches, String general) {
    put(
        FakeXray.Kind.POLICIES,
        "{'name':'" + policy + "','type':'security','rules':[{'name':'r','priority':1,"
            + "'criteria':{'min_severity':'High'},'actions':{'block_download':{" + switches
            + "}}}]}");
    put(
        FakeXray.Kind.WATCHES,
        "{'general_data':{'name':'" + watch + "','active':true" + general
            + "},'project_resources':{'resources':[{'type':'repository','name':'libs',"
            + "'repo_type':'local'}]},'assigned_policies':[{'name':'" + policy + "'}]}");
  }

  private void violation(String id, String watch, String policy, String more) {
    put(
        FakeXray.Kind.VIOLATIONS,
        "{'violation_id':'" + id + "','issue_id':'XRAY-" + id + "','type':'Security','severity':"
            + "'High','watch_name':'" + watch + "','created':'2026-03-30T05:45:52Z',"
            + "'infected_components':['npm://x:1'],'impacted_artifacts':['default/libs/a/b.jar',"
            + "'default/other/c.jar'],'matched_policies':[{'policy':'" + policy + "','rule':'r',"
            + "'is_blocking':true}]" + more + "}");
  }

  private BlockExplanation explain() {
    return BlockedDownloads.of(xray)
        .explain(RequestedArtifact.builder().repository("libs").path("a/b.jar").build());
  }

  private static NextStep step(Kind kind, BlockExplanation found) {
    return found.nextSteps().stream()
        .filter(step -> step.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static List<IgnoreObstacle.Kind> obstacles(BlockExplanation found) {
    return found.ignoreObstacles().stream().map(IgnoreObstacle::kind).collect(Collectors.toList());
  }

  @Test
  void isOneRuleForEachViolationAndWatchInThisArtifactOnly() {
    blocking("w", "p", "'active':true", "");
    blocking("v", "q", "'active':true", "");
    violation("1", "w", "p", ",'properties':[{'cve':'CVE-1'}]");
    violation("2", "v", "q", "");

    BlockExplanation found = explain();

    assertThat(found.ignoreRules())
        .extracting(ProposedIgnoreRule::watch)
        .containsExactlyInAnyOrder("w", "v");
    assertThat(found.ignoreRules())
        .allSatisfy(rule ->
            assertThat(rule.filters().artifacts()).containsExactly(IgnoreTarget.of("b.jar")));
    ProposedIgnoreRule first = found.ignoreRules().stream()
        .filter(rule -> rule.watch().equals("w"))
        .findFirst()
        .orElseThrow();
    assertThat(first.filters().cves()).containsExactly("CVE-1");
    assertThat(first.filters().policies()).containsExactly("p");
    assertThat(first.draft("why", END).expiresAt().orElseThrow().toInstant()).contains(END);
    assertThat(obstacles(found)).isEmpty();
  }

  @Test
  void hasACommandWithQuotedNamesAndTheRightsThatAreNeeded() {
    String name = "it`s"; // a backquote would start a command
    blocking("w", name, "'active':true", "");
    violation("1", "w", name, "");

    NextStep step = step(Kind.CREATE_IGNORE_RULE, explain());

    assertThat(step.command().orElseThrow())
        .isEqualTo("java -jar xray-examples.jar ignore --url='" + server.url()
            + "' --repo='libs' --path='a/b.jar' --days 30"
            + " --notes='Refused by policy \"it`s\"'");
    assertThat(step.text()).contains("the role Manage Watches");
  }

  @Test
  void isCreatedInTheProjectOfTheWatch() {
    blocking("w", "p", "'active':true", ",'project_key':'alpha'");
    violation("1", "w", "p", "");
    put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'libs','rclass':'local','packageType':'npm','xrayIndex':true,'projectKey':'alpha'}");

    BlockExplanation found = explain();

    assertThat(found.ignoreRules())
        .extracting(rule -> rule.project().orElse(""))
        .contains("alpha");
    NextStep step = step(Kind.CREATE_IGNORE_RULE, found);
    assertThat(step.text()).contains("Manage Security Assets");
    assertThat(step.command().orElseThrow()).contains(" --project='alpha' ");
  }

  @Test
  void isFollowedByApplyingTheWatchAndByARequestToForward() {
    blocking("w", "p", "'active':true", "");
    violation("1", "w", "p", "");

    BlockExplanation found = explain();

    assertThat(step(Kind.APPLY_WATCH, found).text()).contains("\"w\"", "later scans only");
    assertThat(step(Kind.APPLY_WATCH, found).command().orElseThrow())
        .contains("/xray/api/v1/applyWatch", "2026-03-29T05:45:52Z");
    assertThat(step(Kind.FORWARD_REQUEST, found).command().orElseThrow())
        .endsWith(" --repo='libs' --path='a/b.jar' --format request");
  }

  @Test
  void isNotEnoughIfUnscannedArtifactsAreBlocked() {
    blocking("w", "p", "'active':true,'unscanned':true", "");
    violation("1", "w", "p", "");

    assertThat(obstacles(explain())).containsExactly(IgnoreObstacle.Kind.BLOCKS_UNSCANNED);
  }

  @Test
  void isImpossibleWithoutAViolation() {
    blocking("w", "p", "'active':true", "");

    BlockExplanation found = explain();

    assertThat(found.ignoreRules()).isEmpty();
    assertThat(obstacles(found)).containsExactly(IgnoreObstacle.Kind.NO_BLOCKING_VIOLATION);
    assertThat(step(Kind.CREATE_IGNORE_RULE, found).command()).isEmpty();
  }

  @Test
  void isUnknownIfViolationsCannotBeRead() {
    blocking("w", "p", "'active':true", "");
    server.forbid("/xray/api/v1/violations");

    assertThat(obstacles(explain())).containsExactly(IgnoreObstacle.Kind.VIOLATIONS_NOT_READ);
  }

  @Test
  void isImpossibleForAFindingThatNoRuleCanName() {
    blocking("w", "p", "'active':true", "");
    violation("1", "w", "p", ",'details':{'id':'iac-1'}");

    BlockExplanation found = explain();

    assertThat(found.ignoreRules()).isEmpty();
    assertThat(found.ignoreObstacles()).singleElement().satisfies(obstacle -> {
      assertThat(obstacle.kind()).isEqualTo(IgnoreObstacle.Kind.NOT_EXPRESSIBLE);
      assertThat(obstacle.text()).contains("EXPOSURE");
    });
  }

  @Test
  void isNotOfferedForCuration() {
    BlockExplanation found = BlockedDownloads.of(xray)
        .explain("Package a:1 download was blocked by JFrog Packages Curation service due to the"
            + " following policies violated {p,c}.")
        .get(0);

    assertThat(obstacles(found)).containsExactly(IgnoreObstacle.Kind.NOT_REFUSED_BY_WATCH);
  }
}
