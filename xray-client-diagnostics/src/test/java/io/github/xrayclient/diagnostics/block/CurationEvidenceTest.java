package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Curation knows of a package that it refused. */
class CurationEvidenceTest {
  private static final String REFUSAL =
      "Package acme-widgets:3.6.1 download was blocked by JFrog Packages Curation service due to the"
          + " following policies violated {npm-young,younger than 7 days,Released 2 days ago,Use 3.5}.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start();
    xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  /** Seeds an object, with further fields of the form {@code ,"a":1} in place of its own. */
  private void seed(FakeXray.Kind kind, String object, String more) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(object);
      node.setAll((ObjectNode) JSON.readTree("{" + more.replaceFirst("^,", "") + "}"));
      fake.seed(kind, JSON.createArrayNode().add(node).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void policy(String more) {
    policy("7", "npm-young", more);
  }

  private void policy(String id, String name, String more) {
    seed(
        FakeXray.Kind.CURATION_POLICIES,
        "{\"id\":\"" + id + "\",\"name\":\"" + name
            + "\",\"enabled\":true,\"scope\":\"all_repos\","
            + "\"policy_action\":\"block\",\"condition_id\":\"21\","
            + "\"condition\":{\"id\":\"21\",\"name\":\"younger than 7 days\"}}",
        more);
  }

  private void event(String more) {
    String now = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
    seed(
        FakeXray.Kind.AUDIT_EVENTS,
        "{\"id\":174,\"created_at\":\"" + now
            + "\",\"action\":\"blocked\",\"package_type\":\"npm\","
            + "\"package_name\":\"acme-widgets\",\"package_version\":\"3.6.1\","
            + "\"curated_repository_name\":\"npm-remote\",\"username\":\"dev-1\"}",
        more);
  }

  private void request(String status, String more) {
    seed(
        FakeXray.Kind.WAIVER_REQUESTS,
        "{\"id\":42,\"status\":\"" + status
            + "\",\"pkg_type\":\"npm\",\"pkg_name\":\"acme-widgets\","
            + "\"pkg_version\":\"3.6.1\",\"repo_key\":\"npm-remote\"}",
        more);
  }

  private BlockExplanation explanation() {
    List<BlockExplanation> all = BlockedDownloads.of(xray).explain(REFUSAL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private CurationRefusal refusal() {
    return explanation().refusal().flatMap(BlockedDownload::curation).orElseThrow();
  }

  private List<CurationFinding> findingsOfPolicy() {
    return refusal().policies().get(0).findings();
  }

  private List<String> policyFindings() {
    return texts(findingsOfPolicy());
  }

  private List<String> findings() {
    return texts(refusal().findings());
  }

  private static List<String> texts(List<CurationFinding> findings) {
    return findings.stream().map(CurationFinding::text).collect(Collectors.toList());
  }

  @Nested
  class Policies {
    @Test
    void areFoundByName() {
      policy("");
      policy("8", "npm-young-too", "");

      assertThat(refusal().policies().get(0).policyId()).contains(CurationPolicyId.of("7"));
    }

    @Test
    void areReadWholeThoughTheirNamesHoldCommas() {
      policy("9", "npm-young,younger than 7 days", "");

      ViolatedPolicy violated = refusal().policies().get(0);

      assertThat(violated.policy()).isEqualTo("npm-young,younger than 7 days");
      assertThat(violated.policyId()).contains(CurationPolicyId.of("9"));
    }

    @Test
    void areReadWholeThoughTheirConditionsHoldCommas() {
      policy(",\"condition\":{\"id\":\"21\",\"name\":\"young, or unknown\"}");
      String refusal = REFUSAL.replace("younger than 7 days", "young, or unknown");

      ViolatedPolicy violated = BlockedDownloads.of(xray)
          .explain(refusal)
          .get(0)
          .refusal()
          .flatMap(BlockedDownload::curation)
          .orElseThrow()
          .policies()
          .get(0);

      assertThat(violated.condition()).contains("young, or unknown");
      assertThat(violated.explanation()).contains("Released 2 days ago");
    }

    @Test
    void thatAreSeveralMustBeWaivedOneByOne() {
      policy("7", "npm-young", "");
      policy("8", "other", "");
      String both = REFUSAL.replace("Use 3.5}", "Use 3.5},{other,d,e,f}");

      assertThat(BlockedDownloads.of(xray).explain(both).get(0).nextSteps())
          .extracting(NextStep::kind)
          .contains(NextStep.Kind.WAIVE_EVERY_POLICY);
      assertThat(explanation().nextSteps())
          .extracting(NextStep::kind)
          .doesNotContain(NextStep.Kind.WAIVE_EVERY_POLICY);
    }

    @Test
    void thatAreNotThereAreSaidToBeMissing() {
      policy("8", "another", "");

      assertThat(findingsOfPolicy())
          .containsExactly(
              CurationFinding.of(
                  CurationFinding.Kind.POLICY_NOT_FOUND,
                  "Curation policy \"npm-young\" is not among the curation policies that could be read."));
    }

    @Test
    void ofOneNameAreNamedByTheirIds() {
      policy("7", "npm-young", "");
      policy("8", "npm-young", "");

      assertThat(findingsOfPolicy())
          .containsExactly(CurationFinding.of(
              CurationFinding.Kind.POLICY_NAME_NOT_UNIQUE,
              "Several curation policies have the name \"npm-young\". Their ids are 7 and 8."));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "POLICY_DISABLED | ,\"enabled\":false | is now disabled",
          "POLICY_DRY_RUN | ,\"policy_action\":\"dry_run\" | is now a dry run",
          "POLICY_DRY_RUN | ,\"policy_action\":\"Dry_Run\" | is now a dry run",
          "POLICY_OUT_OF_SCOPE | ,\"repo_exclude\":[\"npm-remote\"]"
              + " | now excludes repository \"npm-remote\"",
          "POLICY_OUT_OF_SCOPE | ,\"scope\":\"specific_repos\",\"repo_include\":[\"other\"]"
              + " | does not include repository \"npm-remote\" now",
          "POLICY_OUT_OF_SCOPE | ,\"scope\":\"Specific_Repos\",\"repo_include\":[\"other\"]"
              + " | does not include repository \"npm-remote\" now",
          "POLICY_OUT_OF_SCOPE | ,\"scope\":\"pkg_types\",\"pkg_types_include\":[\"PyPI\"]"
              + " | does not include the package type npm now",
        })
    void thatWereChangedSinceSaySo(CurationFinding.Kind kind, String more, String change) {
      event("");
      policy(more);

      assertThat(findingsOfPolicy())
          .containsExactly(CurationFinding.of(
              kind,
              "Curation policy \"npm-young\" " + change
                  + ", so it was changed after the refusal. Cached metadata may still be used for a"
                  + " while."));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          " | '' | ",
          " | ,\"scope\":\"specific_repos\",\"repo_include\":[\"npm-remote\"] | ",
          " | ,\"scope\":\"pkg_types\",\"pkg_types_include\":[\"NPM\"] | ",
          "POLICY_DEPENDS_ON_GROUPS | ,\"scope\":\"specific_groups\",\"group_include\":[\"dev\",\"\"]"
              + " | Curation policy \"npm-young\" applies only to users of the groups \"dev\", so it may block the package for one user and not for another. To which groups"
              + " the user belongs was not checked.",
          "POLICY_DEPENDS_ON_GROUPS | ,\"scope\":\"Specific_Groups\",\"group_include\":[\"a\"],\"group_exclude\":[\"b\"]"
              + " | Curation policy \"npm-young\" applies only to users of the groups \"a\" and only"
              + " to users who are not in the groups \"b\", so it may block the package for one user and not for another. To which groups"
              + " the user belongs was not checked.",
          "POLICY_DEPENDS_ON_GROUPS | ,\"scope\":\"specific_groups\""
              + " | Curation policy \"npm-young\" applies only to users of certain groups, so it may block the package for one user and not for another. To which groups"
              + " the user belongs was not checked.",
          " | ,\"group_include\":[\"\"],\"group_exclude\":[\" \"] | ",
          "WAIVER_REQUESTS_FORBIDDEN | ,\"waiver_request_config\":\"forbidden\""
              + " | Curation policy \"npm-young\" does not accept waiver requests.",
          "WAIVER_REQUESTS_AUTO_APPROVED | ,\"waiver_request_config\":\"auto_approved\""
              + " | Curation policy \"npm-young\" approves every waiver request automatically.",
          "WAIVER_REQUESTS_DECIDED_BY_OWNERS | ,\"waiver_request_config\":\"manual\",\"decision_owners\":[\"a\",\"b\"]"
              + " | Waiver requests for curation policy \"npm-young\" are decided by \"a\", \"b\".",
          "POLICY_BLOCKS_FROM_CACHE | ,\"block_from_cache\":true"
              + " | Curation policy \"npm-young\" also blocks packages that are already cached.",
          "WAIVER_FOR_LABELS | ,\"label_waivers\":[{\"id\":\"1\",\"label\":\"safe\",\"justification\":\"x\"}]"
              + " | Curation policy \"npm-young\" exempts packages that have one of these labels in"
              + " the catalog: \"safe\". Whether the refused package has one was not checked.",
        })
    void tellWhatMattersNow(CurationFinding.Kind kind, String more, String finding) {
      event("");
      policy(more);

      assertThat(findingsOfPolicy())
          .isEqualTo(kind == null ? List.of() : List.of(CurationFinding.of(kind, finding)));
    }
  }

  @Nested
  class Waivers {
    private void waiver(String type, String name, String versions) {
      policy(",\"waivers\":[{\"id\":\"3\",\"pkg_type\":\"" + type + "\",\"pkg_name\":\"" + name
          + "\"," + versions + ",\"justification\":\"x\",\"created_by\":\"admin\"}]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "WAIVED | npm | acme-widgets | \"all_versions\":true"
              + " | covers all versions, so it was created after the refusal",
          "WAIVED | npm | acme-widgets | \"all_versions\":false,\"pkg_versions\":[\"3.6.0\",\"3.6.1\"]"
              + " | covers the versions 3.6.0, 3.6.1, so it was created after the refusal",
          "WAIVER_FOR_OTHER_VERSIONS | npm | acme-widgets | \"all_versions\":false,\"pkg_versions\":[\"3.6.0\"]"
              + " | covers only the versions 3.6.0, not the refused version.",
          "WAIVER_FOR_SIMILAR_PACKAGE | PyPI | acme-widgets | \"all_versions\":true"
              + " | is for the PyPI package \"acme-widgets\", which is another package.",
          "WAIVER_FOR_SIMILAR_PACKAGE | npm | Acme-Widgets | \"all_versions\":true"
              + " | is for the npm package \"Acme-Widgets\", whose name differs in upper and lower"
              + " case.",
        })
    void thatApplyOrNearlyApplyAreTold(
        CurationFinding.Kind kind, String type, String name, String versions, String finding) {
      event("");
      waiver(type, name, versions);

      assertThat(findingsOfPolicy()).extracting(CurationFinding::kind).containsExactly(kind);
      assertThat(policyFindings().get(0))
          .startsWith("Package waiver 3 (created by \"admin\") of curation policy \"npm-young\" "
              + finding);
    }

    @Test
    void forSomeVersionsAreOpenIfTheVersionIsNotKnown() {
      waiver("npm", "acme-widgets", "\"all_versions\":false,\"pkg_versions\":[\"3.6.0\"]");

      List<BlockExplanation> all =
          BlockedDownloads.of(xray).explain(REFUSAL.replace("acme-widgets:3.6.1", "acme-widgets"));

      assertThat(all.get(0)
              .refusal()
              .flatMap(BlockedDownload::curation)
              .orElseThrow()
              .policies())
          .flatExtracting(ViolatedPolicy::findings)
          .extracting(CurationFinding::kind)
          .containsExactly(CurationFinding.Kind.WAIVER_FOR_UNKNOWN_VERSION);
    }

    @Test
    void ofOtherPackagesAreNot() {
      event("");
      waiver("npm", "left-pad", "\"all_versions\":true");

      assertThat(policyFindings()).isEmpty();
    }
  }

  @Nested
  class Requests {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "WAIVER_REQUEST_PENDING | pending | ,\"decision_owners\":[\"sec\"]"
              + " | Waiver request 42 is waiting for a decision by \"sec\".",
          "WAIVER_REQUEST_NOT_APPROVED | rejected | ,\"closed_at\":\"2025-10-02T08:00:00Z\""
              + " | Waiver request 42 was rejected at 2025-10-02T08:00:00Z.",
          "WAIVER_REQUEST_NOT_APPROVED | rejected | ,\"closed_at\":\"\""
              + " | Waiver request 42 was rejected.",
          "WAIVER_REQUEST_EXPIRED | approved | ,\"waiver_expiry\":\"2025-10-02T08:00:00Z\""
              + " | Waiver request 42 was approved, but its waiver expired at 2025-10-02T08:00:00Z.",
          "WAIVER_REQUEST_EXPIRED | approved | ,\"waiver_expiry_status\":\"expired\""
              + " | Waiver request 42 was approved, but its waiver expired.",
          "WAIVER_REQUEST_FOR_OTHER_REPOSITORY | pending | ,\"repo_key\":\"npm-other\""
              + " | Waiver request 42 is waiting for a decision. It is for another repository,"
              + " \"npm-other\".",
          "WAIVER_REQUEST_FOR_OTHER_REPOSITORY | rejected | ,\"repo_key\":\"npm-other\""
              + " | Waiver request 42 was rejected. It is for another repository, \"npm-other\".",
          "WAIVER_REQUEST_FOR_OTHER_REPOSITORY | approved | ,\"repo_key\":\"npm-other\""
              + " | Waiver request 42 was approved. It is for another repository, \"npm-other\".",
          "WAIVER_REQUEST_APPROVED | approved | '' | Waiver request 42 was approved. If the package"
              + " is still refused, another policy blocks it, or cached metadata is used.",
        })
    void areTold(CurationFinding.Kind kind, String status, String more, String finding) {
      event("");
      policy("");
      request(status, more);

      assertThat(refusal().findings()).contains(CurationFinding.of(kind, finding));
    }

    @Test
    void thatWaitAreToBeDecidedAndNotMadeAgain() {
      event("");
      policy("");
      request("pending", "");

      assertThat(refusal().waiverRequest()).isEmpty();
      assertThat(explanation().nextSteps())
          .extracting(NextStep::text)
          .contains("Have the pending waiver request 42 decided.");
    }

    @Test
    void thatWaitForAnotherRepositoryDoNotHelp() {
      event("");
      policy("");
      request("pending", ",\"repo_key\":\"npm-other\"");

      assertThat(refusal().waiverRequest()).isPresent();
      assertThat(explanation().nextSteps())
          .extracting(NextStep::text)
          .noneMatch(step -> step.contains("request 42"));
    }

    @Test
    void ofOtherTypesAreNotTold() {
      event("");
      policy("");
      request("pending", ",\"pkg_type\":\"PyPI\"");

      assertThat(findings()).noneMatch(finding -> finding.contains("request 42"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {",\"pkg_name\":\"left-pad\"", ",\"pkg_version\":\"1\"", ",\"pkg_name\":null"})
    void thatAServerGivesThoughItWasNotAskedForThemAreNotTold(String more) {
      event("");
      policy("");
      request("pending", more);

      try (XrayClient older = clientOfAServerWithoutFilters()) {
        BlockExplanation explanation =
            BlockedDownloads.of(older).explain(REFUSAL).get(0);

        assertThat(texts(explanation
                .refusal()
                .flatMap(BlockedDownload::curation)
                .orElseThrow()
                .findings()))
            .noneMatch(finding -> finding.contains("request 42"));
        assertThat(explanation.nextSteps())
            .extracting(NextStep::text)
            .noneMatch(step -> step.contains("request 42"));
      }
    }

    private XrayClient clientOfAServerWithoutFilters() {
      return XrayClient.builder()
          .baseUrl(fake.url())
          .credentials(Credentials.anonymous())
          .addInterceptor((request, next) -> next.send(request.withUri(
              URI.create(request.uri().toString().replaceAll("&pkg_(name|version)=[^&]*", "")))))
          .build();
    }

    @Test
    void areReadyToBeMade() {
      event("");
      policy("");

      WaiverRequestDraft draft = refusal().waiverRequest().orElseThrow();

      assertThat(draft.packageName()).isEqualTo("acme-widgets");
      assertThat(draft.packageVersion()).isEqualTo("3.6.1");
      assertThat(draft.repositoryKey()).hasValue("npm-remote");
      assertThat(draft.reason())
          .isEqualTo("Refused by policy \"npm-young\" (condition \"younger than 7 days\")");
      assertThat(explanation().repository()).contains("npm-remote");
      assertThat(explanation().nextSteps())
          .extracting(NextStep::text)
          .contains(
              "Request a waiver for the npm package acme-widgets 3.6.1 in repository \"npm-remote\"."
                  + " A request is prepared; replace its reason with your own.");
      assertThat(explanation().nextSteps())
          .filteredOn(step -> step.kind() == NextStep.Kind.REQUEST_WAIVER)
          .extracting(step -> step.command().orElse(""))
          .containsExactly("java -jar xray-examples.jar request-waiver --url='" + xray.baseUrl()
              + "' --type='npm' --package='acme-widgets' --version='3.6.1' --repo='npm-remote'"
              + " --reason='Refused by policy \"npm-young\" (condition \"younger than 7 days\")'");
    }

    @Test
    void replaceTheStepToAskForOne() {
      event("");
      policy("");

      List<BlockExplanation> all =
          BlockedDownloads.of(xray).explain(REFUSAL + " [waivers allowed]");

      assertThat(all.get(0).nextSteps())
          .extracting(NextStep::text)
          .filteredOn(step -> step.startsWith("Request a waiver"))
          .singleElement()
          .asString()
          .contains("A request is prepared");
      assertThat(all.get(0).nextSteps())
          .extracting(NextStep::kind)
          .contains(NextStep.Kind.FOLLOW_RECOMMENDATION);
    }

    @Test
    void areNotReadyIfAPolicyTakesNone() {
      event("");
      policy(",\"waiver_request_config\":\"forbidden\"");

      assertThat(refusal().waiverRequest()).isEmpty();
      assertThat(explanation().nextSteps())
          .extracting(NextStep::text)
          .contains("Ask the owners of curation policy \"npm-young\" for a waiver for"
              + " acme-widgets 3.6.1, because the policy does not accept waiver requests.");
    }

    @Test
    void areNotReadyIfTheAuditDoesNotSayTheType() {
      event(",\"package_type\":\"\"");
      policy("");

      assertThat(refusal().waiverRequest()).isEmpty();
    }

    @Test
    void areNotReadyIfNeitherTheRefusalNorTheAuditTellsTheVersion() {
      event(",\"package_version\":\"\"");
      policy("");

      BlockExplanation found = BlockedDownloads.of(xray)
          .explain(REFUSAL.replace("acme-widgets:3.6.1", "acme-widgets"))
          .get(0);

      assertThat(
              found.refusal().flatMap(BlockedDownload::curation).orElseThrow().waiverRequest())
          .isEmpty();
    }

    @Test
    void areNotReadyIfTheRepositoryIsNotKnown() {
      policy("");

      assertThat(refusal().waiverRequest()).isEmpty();
    }
  }

  @Nested
  class Audit {
    @Test
    void tellsWhenForWhomAndWhere() {
      policy("");
      event(",\"origin_repository_name\":\"npm-smart\"");

      assertThat(refusal().findings().get(0).kind()).isEqualTo(CurationFinding.Kind.IN_AUDIT);
      assertThat(findings().get(0))
          .startsWith("Curation's audit contains this refusal: the package was blocked at 2")
          .endsWith(" for user \"dev-1\" in repository \"npm-remote\", requested through repository"
              + " \"npm-smart\".");
    }

    @Test
    void namesARepositoryOnceThatWasAskedItself() {
      policy("");
      event(",\"origin_repository_name\":\"npm-remote\"");

      assertThat(findings().get(0)).containsOnlyOnce("npm-remote");
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"package_version\":\"3.6.0\"", ",\"package_name\":\"left-pad\""})
    void ofAnotherPackageIsNotThatOfTheRefusal(String more) {
      policy("");
      event(more);

      assertThat(refusal().findings())
          .extracting(CurationFinding::kind)
          .containsExactly(CurationFinding.Kind.NOT_IN_AUDIT);
    }

    @Test
    void tellsTheVersionThatTheRefusalDoesNotName() {
      policy("");
      event("");

      WaiverRequestDraft draft = BlockedDownloads.of(xray)
          .explain(REFUSAL.replace("acme-widgets:3.6.1", "acme-widgets"))
          .get(0)
          .refusal()
          .flatMap(BlockedDownload::curation)
          .flatMap(CurationRefusal::waiverRequest)
          .orElseThrow();

      assertThat(draft.packageVersion()).isEqualTo("3.6.1");
    }

    @Test
    void tellsNoVersionIfTheRefusalIsOfAllVersions() {
      policy("");
      event("");

      CurationRefusal found = BlockedDownloads.of(xray)
          .explain("Package acme-widgets download was blocked by JFrog Packages Curation service."
              + " All versions blocked - {policy:npm-young,condition:younger than 7 days}")
          .get(0)
          .refusal()
          .flatMap(BlockedDownload::curation)
          .orElseThrow();

      assertThat(found.findings())
          .extracting(CurationFinding::kind)
          .containsExactly(CurationFinding.Kind.IN_AUDIT);
      assertThat(found.waiverRequest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      // the curated remote repository, its cache, the repository that the client asked, another one
      "npm-remote, IN_AUDIT",
      "npm-remote-cache, IN_AUDIT",
      "npm-smart, IN_AUDIT",
      "npm-other, NOT_IN_AUDIT"
    })
    void isSearchedForTheRepositoryOfTheRefusal(String repository, CurationFinding.Kind kind) {
      policy("");
      event(",\"origin_repository_name\":\"npm-smart\"");
      seed(
          FakeXray.Kind.REPOSITORIES,
          "{\"key\":\"npm-other\",\"rclass\":\"remote\",\"packageType\":\"npm\"}",
          ",\"curated\":true");

      assertThat(refusalBy(repository).findings())
          .extracting(CurationFinding::kind)
          .filteredOn(found -> found != CurationFinding.Kind.STATUS_UNKNOWN)
          .containsExactly(kind);
    }

    @Test
    void withoutTheCuratedRepositoryLeavesThatOfTheRefusal() {
      policy("");
      event(",\"curated_repository_name\":\"\",\"origin_repository_name\":\"npm-remote\"");
      seed(
          FakeXray.Kind.REPOSITORIES,
          "{\"key\":\"npm-remote\",\"rclass\":\"remote\",\"packageType\":\"npm\"}",
          ",\"curated\":true");

      assertThat(refusalBy("npm-remote").waiverRequest())
          .flatMap(WaiverRequestDraft::repositoryKey)
          .contains("npm-remote");
    }

    /** The refusal with what is known if the caller adds the key of the repository. */
    private CurationRefusal refusalBy(String repository) {
      BlockedDownload refusal = explanation().refusal().orElseThrow();
      return BlockedDownloads.of(xray)
          .explain(refusal.toBuilder().repository(repository).build())
          .refusal()
          .flatMap(BlockedDownload::curation)
          .orElseThrow();
    }

    @Test
    void saysNothingOfWhatTheServerLeavesEmpty() {
      policy("");
      event(",\"username\":\"\",\"curated_repository_name\":\"\"");

      assertThat(findings().get(0)).doesNotContain(" for ").doesNotContain(" in ");
    }

    @Test
    void withoutTheRefusalSaysHowFarItWasRead() {
      policy("");
      event(",\"action\":\"approved\"");

      assertThat(refusal().findings())
          .extracting(CurationFinding::kind)
          .containsExactly(CurationFinding.Kind.NOT_IN_AUDIT);
      assertThat(findings())
          .containsExactly(
              "The newest 1000 events of the last day in Curation's audit do not contain"
                  + " this refusal.");
    }
  }

  @Test
  void asksForEachThingOnceHoweverManyPackagesALogHas() {
    policy("");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      log.append(REFUSAL.replace("3.6.1", "3.6." + i)).append('\n');
    }

    List<BlockExplanation> all = BlockedDownloads.of(xray).explain(log.toString());

    assertThat(all).hasSize(30);
    assertThat(fake.requests())
        .filteredOn(request -> isFor(request, "policies"))
        .hasSize(1);
    assertThat(fake.requests())
        .filteredOn(request -> isFor(request, "audit/packages"))
        .hasSize(1);
    assertThat(fake.requests())
        .filteredOn(request -> isFor(request, "waiver_requests"))
        .hasSize(20 * 3);
    assertThat(all.get(29).notChecked())
        .extracting(NotChecked::sentence)
        .containsExactly(
            "Whether Curation blocks the package now was not checked, because the type of package"
                + " acme-widgets is not known.",
            "Waiver requests for the package were not checked, because one call makes at"
                + " most 20 requests of this kind; ask about the rest in another call.");
  }

  private static boolean isFor(RecordedRequest request, String end) {
    return request.path().endsWith("/curation/" + end);
  }

  @Test
  void saysWhatItCouldNotLookAt() {
    fake.forbid("/xray/api/v1/curation");

    BlockExplanation explanation = explanation();

    assertThat(explanation.notChecked())
        .extracting(NotChecked::what)
        .contains(NotChecked.Subject.PACKAGE_STATUS);
    assertThat(explanation.notChecked())
        .filteredOn(entry -> entry.what() != NotChecked.Subject.PACKAGE_STATUS)
        .hasSize(3)
        .extracting(NotChecked::sentence)
        .allSatisfy(sentence -> assertThat(sentence).contains("answered 403"));
    assertThat(explanation
            .refusal()
            .flatMap(BlockedDownload::curation)
            .orElseThrow()
            .policies()
            .get(0)
            .policy())
        .isEqualTo("npm-young");
  }

  @Test
  void asksNothingAboutAReasonThatPassesByItself() {
    List<BlockExplanation> all = BlockedDownloads.of(xray)
        .explain(
            "Package acme-widgets:3.6.1 download was blocked by JFrog Packages Curation service"
                + " due to it not being found in the index");

    assertThat(all).hasSize(1);
    assertThat(fake.requests()).isEmpty();
  }
}
