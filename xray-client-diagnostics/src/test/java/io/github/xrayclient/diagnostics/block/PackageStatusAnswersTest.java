package io.github.xrayclient.diagnostics.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each answer about a refused package, and from members of repositories. */
class PackageStatusAnswersTest extends PlatformFixture {
  private static final String STATUS = "/xray/api/v1/curation/package_status/all_repos";
  private static final String URL = "https://acme.example/artifactory/api/npm/npm-remote/";
  private static final String BAD = URL + "bad/-/bad-1.0.tgz";
  private static final String P2 = "{'repo_name':'npm-b','action':'blocked',"
      + "'policies':[{'policy_name':'p2','remediation':'Use 2'}]}";

  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String answer = "{}";

  private final XrayClient xray = XrayClient.builder()
      .baseUrl(platform.server.url())
      .credentials(Credentials.anonymous())
      .addInterceptor((request, next) -> {
        if (!request.uri().getPath().equals(STATUS)) {
          return next.send(request);
        }
        asked.add(request.body().map(body -> new String(body, UTF_8)).orElse(""));
        return new ApiResponse(status, Map.of(), answer.replace('\'', '"').getBytes(UTF_8));
      })
      .build();

  @AfterEach
  void close() {
    xray.close();
  }

  private void repository(String key, String more) {
    platform.put(Kind.REPOSITORIES, "{'key':'" + key + "','packageType':'npm'," + more + "}");
  }

  private void remote(String key) {
    repository(key, "'rclass':'remote','curated':true");
  }

  private void policy(String id, String requests) {
    platform.put(
        Kind.CURATION_POLICIES,
        "{'id':'" + id + "','name':'p" + id + "','enabled':true,'scope':'all_repos',"
            + "'policy_action':'block','condition_id':'1','waiver_request_config':'" + requests
            + "'}");
  }

  private List<BlockExplanation> explainAll(String text) {
    return BlockedDownloads.of(xray).explain(text);
  }

  private BlockExplanation explain(String text) {
    return explainAll(text).get(0);
  }

  /** A refusal of {@code bad 1.0} by policy p1. */
  private BlockExplanation refusedIn(String repository) {
    BlockedDownload block = RefusalLog.parse("Package bad:1.0 download was blocked by JFrog"
            + " Packages Curation service due to the following policies violated {p1, c}.")
        .refusals()
        .get(0);
    return BlockedDownloads.of(xray)
        .explain(block.toBuilder()
            .repository(repository)
            .address(URL.replace("npm-remote", repository) + "bad/-/bad-1.0.tgz")
            .build());
  }

  private static CurationRefusal curation(BlockExplanation found) {
    return found.refusal().flatMap(BlockedDownload::curation).orElseThrow();
  }

  private static CurationFinding finding(BlockExplanation found) {
    return curation(found).findings().stream()
        .filter(each -> each.text().startsWith("The server was asked about"))
        .findFirst()
        .orElseThrow();
  }

  private static List<NextStep.Kind> steps(BlockExplanation found) {
    return found.nextSteps().stream().map(NextStep::kind).collect(Collectors.toList());
  }

  private static List<String> problems(BlockExplanation found) {
    return found.notChecked().stream()
        .filter(entry -> entry.what() == NotChecked.Subject.PACKAGE_STATUS)
        .map(NotChecked::because)
        .collect(Collectors.toList());
  }

  @Test
  void doNotAllowAPackageIfTheActionInItsOwnRepositoryIsNotKnown() {
    remote("npm-remote");
    answer = "{'repositories':[{'repo_name':'npm-remote','action':'pending'},"
        + "{'repo_name':'npm-other','action':'approved'}]}";

    BlockExplanation found = refusedIn("npm-remote");

    assertThat(finding(found).kind()).isEqualTo(CurationFinding.Kind.STATUS_UNKNOWN);
    assertThat(finding(found).text()).contains("It does not tell what happens in \"npm-remote\".");
    assertThat(steps(found)).doesNotContain(NextStep.Kind.RETRY);
  }

  @Test
  void thatNameOnlyOtherRepositoriesSaySoInTheStepToTryAgain() {
    remote("npm-remote");
    answer = "{'repositories':[{'repo_name':'npm-other','action':'approved'}]}";

    assertThat(refusedIn("npm-remote").nextSteps())
        .filteredOn(step -> step.kind() == NextStep.Kind.RETRY)
        .singleElement()
        .satisfies(step ->
            assertThat(step.text()).contains("now in the repositories that its answer names."));
  }

  @Test
  void aboutOtherRepositoriesDoNotDecideTheAdviceOnWaivers() {
    remote("npm-a");
    policy("1", "manual");
    policy("2", "forbidden");
    answer = "{'repositories':[" + P2 + "]}";

    BlockExplanation found = refusedIn("npm-a");

    assertThat(curation(found).policies())
        .extracting(ViolatedPolicy::policy)
        .containsExactly("p1", "p2");
    assertThat(curation(found).waiverRequest()).isPresent();
    assertThat(steps(found))
        .contains(NextStep.Kind.REQUEST_WAIVER)
        .doesNotContain(
            NextStep.Kind.ASK_POLICY_OWNERS,
            NextStep.Kind.WAIVE_EVERY_POLICY,
            NextStep.Kind.FOLLOW_RECOMMENDATION);
  }

  @Test
  void aboutTheOwnRepositoryDecideTheAdviceOnWaivers() {
    remote("npm-b");
    policy("1", "manual");
    policy("2", "forbidden");
    answer = "{'repositories':[" + P2 + "]}";

    BlockExplanation found = refusedIn("npm-b");

    assertThat(curation(found).waiverRequest()).isEmpty();
    assertThat(steps(found))
        .contains(NextStep.Kind.ASK_POLICY_OWNERS, NextStep.Kind.WAIVE_EVERY_POLICY);
  }

  @Test
  void areForTheCuratedRemoteRepositoryOfAVirtualOne() {
    remote("npm-b");
    repository("npm", "'rclass':'virtual','repositories':['npm-b']");
    policy("1", "manual");

    assertThat(curation(refusedIn("npm")).waiverRequest().orElseThrow().repositoryKey())
        .contains("npm-b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"npm", "npm-local", "npm-other", "npm-missing"})
  void bringNoWaiverRequestWithoutACertainCuratedRemoteRepository(String key) {
    remote("npm-a");
    remote("npm-b");
    repository("npm", "'rclass':'virtual','repositories':['npm-a','npm-b']");
    repository("npm-local", "'rclass':'local'");
    repository("npm-other", "'rclass':'remote','curated':false");
    policy("1", "manual");

    assertThat(curation(refusedIn(key)).waiverRequest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405})
  void thatWouldRepeatAreAskedForOnceInAnExplanation(int status) {
    this.status = status;
    remote("npm-remote");

    List<BlockExplanation> all =
        explainAll("GET 403 " + BAD + "\nGET 403 " + BAD.replace("bad", "good") + "\n");

    assertThat(asked).hasSize(1);
    assertThat(all).hasSize(2).allSatisfy(found -> {
      assertThat(problems(found)).singleElement().asString().contains("answered " + status);
      assertThat(found.isComplete()).isFalse();
    });
  }

  @Test
  void areSoughtThroughNestedVirtualRepositories() {
    remote("npm-remote");
    repository("npm", "'rclass':'virtual','repositories':['npm-inner']");
    repository("npm-inner", "'rclass':'virtual','repositories':['npm','npm-remote']");
    answer = "{'repositories':[{'repo_name':'npm-remote','action':'blocked'}]}";

    BlockExplanation found = explain("GET 403 " + BAD.replace("/npm-remote/", "/npm/"));

    assertThat(finding(found).kind()).isEqualTo(CurationFinding.Kind.BLOCKED_NOW);
  }

  @Test
  void areSoughtThroughManyLocalMembers() {
    remote("npm-remote");
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      repository("npm-" + i, "'rclass':'local'");
      members.append("'npm-").append(i).append("',");
    }
    repository("npm", "'rclass':'virtual','repositories':[" + members + "'npm-remote']");

    explain("GET 403 " + BAD.replace("/npm-remote/", "/npm/"));

    assertThat(asked).hasSize(1);
  }

  @Test
  void areSoughtInNestedVirtualRepositoriesThatComeLate() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      repository("npm-" + i, "'rclass':'" + (i < 90 ? "remote" : "local") + "','curated':false");
      members.append("'npm-").append(i).append("',");
    }
    remote("npm-remote");
    repository("inner", "'rclass':'virtual','repositories':['npm','npm-remote']");
    repository("npm", "'rclass':'virtual','repositories':[" + members + "'inner']");

    explain("GET 403 " + BAD.replace("/npm-remote/", "/npm/"));

    assertThat(asked).hasSize(1);
  }

  @Test
  void areNotSaidToBeMissingIfNotAllMembersWereLookedUp() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 110; i++) {
      repository("npm-" + i, "'rclass':'remote','curated':false");
      members.append("'npm-").append(i).append("',");
    }
    remote("npm-remote");
    repository("npm", "'rclass':'virtual','repositories':[" + members + "'npm-remote']");

    BlockExplanation found = explain("GET 403 " + BAD.replace("/npm-remote/", "/npm/"));

    assertThat(problems(found))
        .singleElement()
        .asString()
        .contains("and 1 more of the virtual repository could not be looked up, because at most"
            + " 100 members are");
    assertThat(found.isComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'npm-missing' | member \"npm-missing\" of the virtual repository could not be looked up",
        "'npm-silent' | the server does not tell whether repository \"npm-silent\" is curated",
      })
  void areMissingIfAMemberIsNotKnown(String member, String problem) {
    repository("npm-silent", "'rclass':'remote'");
    repository("npm", "'rclass':'virtual','repositories':[" + member + "]");

    BlockExplanation found = explain("GET 403 " + BAD.replace("/npm-remote/", "/npm/"));

    assertThat(problems(found)).singleElement().asString().contains(problem);
    assertThat(found.isComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', the package type of the repository is not known",
    "Vagrant, it is not known how a path names a package of type \"Vagrant\""
  })
  void areMissingForTypesWhosePathsAreNotKnown(String type, String problem) {
    platform.put(
        Kind.REPOSITORIES,
        "{'key':'npm-remote','rclass':'remote','curated':true,'packageType':'" + type + "'}");

    assertThat(problems(explain("GET 403 " + BAD))).containsExactly(problem);
  }

  @Test
  void areAskedForByTheNormalNameOfAPythonPackage() {
    platform.put(
        Kind.REPOSITORIES,
        "{'key':'npm-remote','rclass':'remote','curated':true,'packageType':'Pypi'}");

    explain("GET 403 " + URL.replace("/npm/", "/pypi/")
        + "packages/aa/Scikit_._Learn-1.3.0-cp311-cp311-linux_x86_64.whl");

    assertThat(asked).singleElement().asString().contains("\"scikit-learn\"", "\"1.3.0\"");
  }
}
