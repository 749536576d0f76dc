package io.github.xrayclient.diagnostics.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.IgnoreObstacle;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.testing.FakeXray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ignoring violations that lack something, have unusual names, or meet a server that fails. */
class IgnoreHardCasesTest {
  private static final Instant END = Instant.parse("2099-01-01T00:00:00Z");
  private static final String BLOCKS =
      ",'matched_policies':[{'policy':'p','rule':'r','is_blocking':true}]";

  private final FakeXray server = FakeXray.start();
  private final AtomicInteger creates = new AtomicInteger();
  private int failingCreate;
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .addInterceptor((request, next) -> {
        if (isCreate(request) && creates.incrementAndGet() == failingCreate) {
          server.failNext(400, 1);
        }
        return next.send(request);
      })
      .build();

  private static boolean isCreate(ApiRequest request) {
    return request.method().equals("POST") && request.uri().getPath().endsWith("/ignore_rules");
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private void put(FakeXray.Kind kind, String json) {
    server.seed(kind, json.replace('\'', '"'));
  }

  private void watch(String name, String repository, String more) {
    put(
        FakeXray.Kind.POLICIES,
        "{'name':'p','type':'security','rules':[{'name':'r','priority':1,'criteria':"
            + "{'min_severity':'High'},'actions':{'block_download':{'active':true}}}]}");
    put(
        FakeXray.Kind.WATCHES,
        "{'general_data':{'name':'" + name + "','active':true" + more
            + "},'project_resources':{'resources':[{'type':'repository','name':'" + repository
            + "','repo_type':'local'}]},'assigned_policies':[{'name':'p','type':'security'}]}");
  }

  private void violation(String id, String fields) {
    put(
        FakeXray.Kind.VIOLATIONS,
        "{'violation_id':'" + id + "','severity':'High','created':'2026-03-30T05:45:52Z'" + fields
            + "}");
  }

  private BlockExplanation explain(String repository, String path) {
    return BlockedDownloads.of(xray)
        .explain(RequestedArtifact.builder().repository(repository).path(path).build());
  }

  private List<IgnoreResult> ignore(BlockExplanation explanation) {
    return ViolationIgnorer.of(xray).ignore(explanation.ignoreRules(), "why", END);
  }

  private static IgnoreFilters only(BlockExplanation found) {
    assertThat(found.ignoreRules()).hasSize(1);
    return found.ignoreRules().get(0).filters();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'License','issue_id':'GPL-3.0','infected_components':['npm://x:1'] | GPL-3.0",
        "'type':'Security','issue_id':'XRAY-9','infected_components':['npm://x:1'] | XRAY-9",
        "'type':'Security','issue_id':'XRAY-9','infected_components':['npm://x:1'],"
            + "'properties':[{'cve':''},{'cve':'CVE-9'}] | CVE-9",
        "'type':'Operational_Risk','issue_id':'op','infected_components':['npm://x:1'] | any",
        "'type':'Security','issue_id':'XRAY-9' | XRAY-9",
        "'type':'Security','issue_id':'XRAY-9','infected_components':[''] | XRAY-9",
        "'type':'Security','issue_id':'XRAY-9','infected_components':['alpine://3.9:libssl:1.1-r0']"
            + " | XRAY-9",
      })
  void nameWhatTheViolationIsAbout(String fields, String issue) {
    watch("w", "libs", "");
    violation(
        "1",
        "," + fields + ",'watch_name':'w','impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);

    BlockExplanation found = explain("libs", "a/b.jar");

    IgnoreFilters filters = only(found);
    assertThat(XrayClient.jsonMapper().valueToTree(filters).toString()).contains('"' + issue + '"');
    assertThat(filters.watches()).containsExactly("w");
    assertThat(filters.policies()).containsExactly("p");
    assertThat(filters.artifacts()).containsExactly(IgnoreTarget.of("b.jar"));
    assertThat(ignore(found))
        .extracting(IgnoreResult::outcome)
        .containsExactly(IgnoreResult.Outcome.CREATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'Security'", // without an id
        "'type':'License','infected_components':['npm://x:1']", // without a license
        "'type':'Operational_Risk','issue_id':'op'", // without a component
        "'type':'Surprise','issue_id':'s','infected_components':['npm://x:1']",
      })
  void areNotPossibleIfTheRuleWouldCoverTooMuchOrNothing(String fields) {
    watch("w", "libs", "");
    violation(
        "1",
        "," + fields + ",'watch_name':'w','impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);

    BlockExplanation found = explain("libs", "a/b.jar");

    assertThat(found.ignoreRules()).isEmpty();
    assertThat(found.ignoreObstacles()).isNotEmpty();
    assertThat(ignore(found)).isEmpty();
    assertThat(creates).hasValue(0);
  }

  @Test
  void areOneForViolationsThatNeedTheSameRule() {
    watch("w", "libs", "");
    String same = ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','properties':"
        + "[{'cve':'CVE-1'}],'infected_components':['npm://x:1'],'impacted_artifacts':"
        + "['default/libs/a/b.jar']" + BLOCKS;
    violation("1", same);
    violation("2", same + ",'summary':'found again'");
    violation("3", same.replace("CVE-1", "CVE-3"));

    List<IgnoreResult> done = ignore(explain("libs", "a/b.jar"));

    assertThat(creates).hasValue(2);
    assertThat(server.stored(FakeXray.Kind.IGNORE_RULES)).hasSize(2);
    assertThat(done).extracting(IgnoreResult::outcome).contains(IgnoreResult.Outcome.CREATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b/c d.jar", "ümlaut/ä.jar", "x*y/z*.jar", "q?a=b&c/d#e.jar", "a%20b.jar"})
  void nameArtifactsOfAnyName(String path) {
    String watch = "my watch/v*2 ü?";
    watch(watch, "libs", "");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'" + watch
            + "','infected_components':['npm://x:1'],'impacted_artifacts':['default/libs/" + path
            + "']" + BLOCKS);

    BlockExplanation found = explain("libs", path);

    assertThat(only(found).artifacts())
        .containsExactly(IgnoreTarget.of(path.substring(path.lastIndexOf('/') + 1)));
    assertThat(ignore(found)).singleElement().satisfies(done -> {
      assertThat(done.outcome()).isEqualTo(IgnoreResult.Outcome.CREATED);
      assertThat(done.rule().filters().orElseThrow().watches()).containsExactly(watch);
    });
    assertThat(ignore(found))
        .extracting(IgnoreResult::outcome)
        .containsExactly(IgnoreResult.Outcome.ALREADY_IN_FORCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"team/app/1.0/", "team/app/1.0/manifest.json"})
  void nameAnImageByItsNameAndTag(String impacted) {
    watch("w", "images", "");
    put(FakeXray.Kind.REPOSITORIES, "{'key':'images','rclass':'local','packageType':'docker'}");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':"
            + "['docker://team/app:1.0'],'impacted_artifacts':['default/images/" + impacted + "']"
            + BLOCKS);

    BlockExplanation found = explain("images", "team/app/1.0/manifest.json");

    assertThat(only(found).artifacts()).containsExactly(IgnoreTarget.of("team/app", "1.0"));
    assertThat(ignore(found)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "remote", "remote-cache"})
  void nameTheArtifactBehindAVirtualOrRemoteRepository(String asked) {
    watch("w", "remote", "");
    put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'remote','rclass':'remote','packageType':'npm','xrayIndex':true}");
    put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'all','rclass':'virtual','packageType':'npm','repositories':['remote']}");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':['npm://x:1'],"
            + "'impacted_artifacts':['default/remote-cache/x/-/x-1.tgz','default/other/x/-/x-1.zip']"
            + BLOCKS);

    BlockExplanation found = explain(asked, "x/-/x-1.tgz");

    assertThat(only(found).artifacts()).containsExactly(IgnoreTarget.of("x-1.tgz"));
    assertThat(ignore(found)).hasSize(1);
  }

  @Test
  void areCreatedInTheProjectOfTheWatchAndFoundThereAgain() {
    watch("w", "libs", ",'project_key':'alpha'");
    put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'libs','rclass':'local','packageType':'npm','xrayIndex':true,'projectKey':'alpha'}");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':['npm://x:1'],"
            + "'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);

    BlockExplanation found = explain("libs", "a/b.jar");

    assertThat(ignore(found))
        .extracting(IgnoreResult::outcome)
        .containsExactly(IgnoreResult.Outcome.CREATED);
    assertThat(ignore(found))
        .extracting(IgnoreResult::outcome)
        .containsExactly(IgnoreResult.Outcome.ALREADY_IN_FORCE);
    assertThat(server.stored(FakeXray.Kind.IGNORE_RULES))
        .singleElement()
        .satisfies(rule -> assertThat(rule.get("project_key").asText()).isEqualTo("alpha"));
  }

  @Test
  void areNotProposedForAViolationWithoutItsWatch() {
    watch("w", "libs", "");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','infected_components':['npm://x:1'],"
            + "'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);

    BlockExplanation found = explain("libs", "a/b.jar");

    assertThat(found.ignoreRules()).isEmpty();
    assertThat(found.ignoreObstacles())
        .extracting(IgnoreObstacle::kind)
        .containsAnyOf(
            IgnoreObstacle.Kind.NOT_EXPRESSIBLE, IgnoreObstacle.Kind.NO_BLOCKING_VIOLATION);
  }

  @Test
  void areNotProposedOnceTheViolationIsFixedOrIgnored() {
    watch("w", "libs", "");
    String row = ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':"
        + "['npm://x:1'],'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS;
    violation("1", row);
    BlockExplanation before = explain("libs", "a/b.jar");
    violation("1", row.replace("'is_blocking':true", "'is_blocking':true,'is_ignored':true"));

    assertThat(explain("libs", "a/b.jar").ignoreRules()).isEmpty();

    server.clear();
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> ignore(before))
        .withMessageContaining("watch w was not found");
    assertThat(creates).hasValue(0);
  }

  @Test
  void areReportedBeforeALaterOneFails() {
    watch("w", "libs", "");
    for (String id : List.of("1", "2", "3")) {
      violation(
          id,
          ",'type':'Security','issue_id':'XRAY-" + id + "','watch_name':'w','infected_components':"
              + "['npm://x:1'],'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);
    }
    List<ProposedIgnoreRule> proposals = explain("libs", "a/b.jar").ignoreRules();
    List<IgnoreResult> heard = new ArrayList<>();
    failingCreate = 2;

    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> ViolationIgnorer.of(xray).ignore(proposals, "why", END, heard::add));

    assertThat(heard).singleElement().satisfies(done -> {
      assertThat(done.proposal()).isEqualTo(proposals.get(0));
      assertThat(done.outcome()).isEqualTo(IgnoreResult.Outcome.CREATED);
    });
    assertThat(server.stored(FakeXray.Kind.IGNORE_RULES)).hasSize(1);
  }

  @Test
  void areCreatedAlthoughTheListenerFails() {
    watch("w", "libs", "");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':['npm://x:1'],"
            + "'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);
    List<ProposedIgnoreRule> proposals = explain("libs", "a/b.jar").ignoreRules();

    assertThat(ViolationIgnorer.of(xray).ignore(proposals, "why", END, result -> {
          throw new IllegalStateException("a broken listener");
        }))
        .hasSize(1);
  }

  @Test
  void readTheRulesOfAWatchOnce() {
    watch("w", "libs", "");
    for (int i = 0; i < 20; i++) {
      violation(
          "" + i,
          ",'type':'Security','issue_id':'XRAY-" + i + "','watch_name':'w','infected_components':"
              + "['npm://x:1'],'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);
    }
    List<ProposedIgnoreRule> proposals = explain("libs", "a/b.jar").ignoreRules();
    server.clearRequests();

    ViolationIgnorer.of(xray).ignore(proposals, "why", END);

    assertThat(server.requests()).hasSize(2 + 2 * 20); // watch, rules; POST and GET of each
  }

  @Test
  void needOneViolationOfAnIssue() {
    for (String id : List.of("5f1", "5f2")) {
      violation(
          id,
          ",'type':'Security','issue_id':'XRAY-1','infected_components':['npm://x:1'],"
              + "'watch_name':'w','impacted_artifacts':['default/libs/" + id + ".jar']" + BLOCKS);
    }
    ViolationIgnorer ignorer = ViolationIgnorer.of(xray);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ignorer.propose("w", "XRAY-1"))
        .withMessageContaining("several violations, such as 5f1 and 5f2");
    assertThat(ignorer.propose("w", "5f2").filters().artifacts())
        .containsExactly(IgnoreTarget.of("5f2.jar"));
  }

  @Test
  void areFoundWithoutASecondPostIfTheAnswerIsLost() {
    watch("w", "libs", "");
    violation(
        "1",
        ",'type':'Security','issue_id':'XRAY-1','watch_name':'w','infected_components':['npm://x:1'],"
            + "'impacted_artifacts':['default/libs/a/b.jar']" + BLOCKS);
    List<ProposedIgnoreRule> proposals = explain("libs", "a/b.jar").ignoreRules();
    try (XrayClient losing = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .addInterceptor((request, next) -> {
          if (isCreate(request)) {
            server.failNext(FakeXray.Fault.LOST_ANSWER, 1);
          }
          return next.send(request);
        })
        .build()) {
      assertThat(ViolationIgnorer.of(losing).ignore(proposals, "why", END))
          .extracting(IgnoreResult::outcome)
          .containsExactly(IgnoreResult.Outcome.CREATED);
    }
    assertThat(server.requests().stream()
            .filter(request -> request.path().endsWith("/ignore_rules"))
            .filter(request -> request.method().equals("POST"))
            .collect(Collectors.toList()))
        .hasSize(1);
  }
}
