package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Curation does with a refused package when it is asked during the explanation. */
class PackageStatusEvidenceTest extends PlatformFixture {
  private static final String STATUS = "/xray/api/v1/curation/package_status/all_repos";
  private static final String ADDRESS =
      "https://acme.example/artifactory/api/npm/npm-remote/bad/-/bad-1.0.tgz";
  private static final String LATER = " At the time of the refusal, this may have been different.";

  @BeforeEach
  void seed() {
    remote("npm-remote", true);
    platform.put(
        Kind.PACKAGES,
        "[{'id':'npm://bad:1.0','meets':[{'condition_id':'1','explanation':'known as malicious',"
            + "'remediation':'Choose another package'}]},{'id':'npm://good:1.0'}]");
    policy("strict", "");
  }

  private void remote(String key, boolean curated) {
    platform.put(
        Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'remote','packageType':'npm','curated':" + curated + "}");
  }

  private void policy(String name, String more) {
    platform.put(
        Kind.CURATION_POLICIES,
        "{'id':'" + name.length() + "','name':'" + name + "','enabled':true,'scope':'all_repos',"
            + "'policy_action':'block','condition_id':'1',"
            + "'condition':{'id':'1','name':'Malicious'}" + more + "}");
  }

  private BlockExplanation explain(BlockedDownload refusal) {
    return platform.downloads().explain(refusal);
  }

  private BlockExplanation explain(String text) {
    List<BlockExplanation> all = platform.downloads().explain(text);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** A refusal by Curation in a repository, whose message names these policies. */
  private BlockExplanation refused(String name, String repository, String policies) {
    BlockedDownload block = RefusalLog.parse("Package " + name
            + ":1.0 download was blocked by JFrog Packages Curation service due to"
            + " the following policies violated " + policies + ".")
        .refusals()
        .get(0);
    return explain(block.toBuilder().repository(repository).build());
  }

  private static CurationRefusal curation(BlockExplanation explanation) {
    return explanation.refusal().flatMap(BlockedDownload::curation).orElseThrow();
  }

  /** The finding from the status of the package. */
  private static CurationFinding status(BlockExplanation explanation) {
    List<CurationFinding> found = curation(explanation).findings().stream()
        .filter(finding -> finding.text().startsWith("The server was asked about"))
        .collect(Collectors.toList());
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Optional<String> problem(BlockExplanation explanation) {
    return explanation.notChecked().stream()
        .filter(entry -> entry.what() == NotChecked.Subject.PACKAGE_STATUS)
        .map(NotChecked::because)
        .findFirst();
  }

  @Nested
  class RefusalByCuration {
    @ParameterizedTest
    @ValueSource(strings = {"npm-remote", "npm-remote-cache"})
    void hasThePoliciesThatBlockNow(String repository) {
      BlockExplanation found = refused("bad", repository, "{strict},{other, c}");

      List<ViolatedPolicy> policies = curation(found).policies();
      assertThat(policies).extracting(ViolatedPolicy::policy).containsExactly("strict", "other");
      assertThat(policies.get(0).condition()).contains("Malicious");
      assertThat(policies.get(0).explanation()).contains("known as malicious");
      assertThat(policies.get(0).recommendation()).contains("Choose another package");
      assertThat(status(found))
          .isEqualTo(CurationFinding.of(
              CurationFinding.Kind.BLOCKED_NOW,
              "The server was asked about bad 1.0 now: Curation blocks it in \"npm-remote\"."
                  + LATER));
      assertThat(found.nextSteps())
          .contains(NextStep.of(NextStep.Kind.FOLLOW_RECOMMENDATION, "Choose another package"));
      assertThat(problem(found)).isEmpty();
    }

    @Test
    void doesNotReplaceTheWordsOfTheRefusal() {
      BlockExplanation found =
          refused("bad", "npm-remote", "{strict, Malicious, old words, Use 2}");

      assertThat(curation(found).policies()).singleElement().satisfies(policy -> {
        assertThat(policy.explanation()).contains("old words");
        assertThat(policy.recommendation()).contains("Use 2");
      });
    }

    @Test
    void tellsWhichPoliciesItDoesNotName() {
      BlockExplanation found = refused("bad", "npm-remote", "{other, c}");

      ViolatedPolicy added = curation(found).policies().get(1);
      assertThat(added.policy()).isEqualTo("strict");
      assertThat(added.policyId()).isPresent();
      assertThat(added.findings())
          .contains(CurationFinding.of(
              CurationFinding.Kind.NAMED_BY_STATUS_ONLY,
              "When the server was asked now, it named this policy for \"npm-remote\". The refusal"
                  + " does not name it."));
    }

    @Test
    void mayBeAllowedByNow() {
      BlockExplanation found = refused("good", "npm-remote", "{strict, Malicious}");

      assertThat(status(found))
          .isEqualTo(CurationFinding.of(
              CurationFinding.Kind.ALLOWED_NOW,
              "The server was asked about good 1.0 now: Curation allows it in \"npm-remote\"."
                  + LATER));
      assertThat(found.nextSteps()).extracting(NextStep::kind).contains(NextStep.Kind.RETRY);
    }

    @Test
    void isJudgedByItsOwnRepository() {
      remote("npm-other", true);
      policy("strict", ",'repo_exclude':['npm-other']");

      BlockExplanation blocked = refused("bad", "npm-remote", "{strict}");
      BlockExplanation allowed = refused("bad", "npm-other", "{strict}");
      BlockExplanation elsewhere = refused("bad", "npm-third", "{strict}");

      assertThat(status(blocked).kind()).isEqualTo(CurationFinding.Kind.BLOCKED_NOW);
      assertThat(status(allowed).kind()).isEqualTo(CurationFinding.Kind.ALLOWED_NOW);
      assertThat(status(allowed).text())
          .contains("Curation blocks it in \"npm-remote\" and allows it in \"npm-other\".");
      assertThat(problem(elsewhere)).contains("the type of package bad is not known");
    }

    @Test
    void isOpenIfOnlySomeRepositoriesBlockIt() {
      remote("npm-other", true);
      remote("npm-virtual", false);
      policy("strict", ",'repo_exclude':['npm-other']");

      CurationFinding finding = status(refused("bad", "npm-virtual", "{strict}"));

      assertThat(finding.kind()).isEqualTo(CurationFinding.Kind.BLOCKED_IN_SOME_REPOSITORIES_NOW);
      assertThat(finding.text()).contains("The answer does not name repository \"npm-virtual\".");
    }

    @Test
    void staysOpenForAPackageThatCurationDoesNotKnow() {
      CurationFinding finding = status(refused("new", "npm-remote", "{strict}"));

      assertThat(finding.kind()).isEqualTo(CurationFinding.Kind.STATUS_UNKNOWN);
      assertThat(finding.text())
          .contains("its answer names no repository that blocks or allows the package.");
    }

    @Test
    void isAskedForOnceAndAlsoReadFromA403() {
      platform.server.refuseBlockedPackages(true);

      BlockExplanation found = refused("bad", "npm-remote", "{strict}");

      assertThat(status(found).text()).contains("now: Curation blocks it." + LATER);
      assertThat(curation(found).policies().get(0).explanation()).contains("known as malicious");
      assertThat(platform.requests(STATUS)).hasSize(1);
    }

    @Test
    void isNotCheckedWithoutTheRight() {
      platform.server.forbid(STATUS);

      BlockExplanation found = refused("bad", "npm-remote", "{strict}");

      assertThat(problem(found))
          .hasValueSatisfying(
              because -> assertThat(because).contains(STATUS).contains("answered 403"));
      assertThat(curation(found).policies()).hasSize(1);
    }

    @Test
    void isNotCheckedIfThePackageIsNotNamed() {
      BlockExplanation found =
          explain("Package download was blocked by JFrog Packages Curation service due to the"
              + " following policies violated {strict, Malicious}.");

      assertThat(problem(found)).contains("the refusal does not name the package");
      assertThat(platform.requests(STATUS)).isEmpty();
    }

    @Test
    void isNotAskedForTheVersionOfAnAddressIfAllVersionsAreBlocked() {
      BlockedDownload all = RefusalLog.parse(
              "All versions blocked - {policy:strict,condition:Malicious}")
          .refusals()
          .get(0);

      BlockExplanation found = explain(all.toBuilder().address(ADDRESS).build());

      assertThat(curation(found).packageName()).contains("bad");
      assertThat(curation(found).packageVersion()).isEmpty();
      assertThat(problem(found)).contains("the version of package bad is not known");
    }

    @Test
    void isCheckedWithAnAddressForReasonsThatPass() {
      BlockedDownload pending = RefusalLog.parse(
              "Package bad:1.0 download was blocked by JFrog Packages Curation service due to it not"
                  + " being found in the index")
          .refusals()
          .get(0);

      BlockExplanation found = explain(pending.toBuilder().address(ADDRESS).build());

      assertThat(status(found).kind()).isEqualTo(CurationFinding.Kind.BLOCKED_NOW);
      assertThat(found.server()).isPresent();
      assertThat(platform.asked()).containsExactly("POST " + STATUS);
    }
  }

  @Nested
  class RefusalWithoutAReason {
    private BlockExplanation of(String address) {
      return explain("npm error 403 403 Forbidden - GET " + address);
    }

    @Test
    void hasWhatCurationDoesNow() {
      BlockExplanation found = of(ADDRESS);

      assertThat(found.refusal().map(BlockedDownload::kind))
          .contains(BlockedDownload.Kind.REFUSED_WITHOUT_REASON);
      assertThat(curation(found).packageName()).contains("bad");
      assertThat(curation(found).packageVersion()).contains("1.0");
      assertThat(curation(found).policies())
          .extracting(ViolatedPolicy::policy)
          .containsExactly("strict");
      assertThat(status(found).kind()).isEqualTo(CurationFinding.Kind.BLOCKED_NOW);
      assertThat(found.nextSteps())
          .extracting(NextStep::kind)
          .contains(NextStep.Kind.FOLLOW_RECOMMENDATION, NextStep.Kind.FIND_SERVER_ANSWER);
      assertThat(JsonReport.tree(found).at("/curation/policies/0/explanation").asText())
          .isEqualTo("known as malicious");
      assertThat(TextReport.of(List.of(found)))
          .contains("refused with the status 403, without\na reason", "The server was asked about");
    }

    @Test
    void isFollowedThroughAVirtualRepository() {
      platform.put(
          Kind.REPOSITORIES,
          "{'key':'npm','rclass':'virtual','packageType':'npm','repositories':['npm-local',"
              + "'npm-remote']}");

      BlockExplanation found = of(ADDRESS.replace("/npm-remote/", "/npm/"));

      assertThat(status(found).text()).contains("Curation blocks it in \"npm-remote\"." + LATER);
    }

    @Test
    void isNotAskedForIfTheRepositoryIsNotCurated() {
      remote("npm-remote", false);

      BlockExplanation found = of(ADDRESS);

      assertThat(found.refusal().flatMap(BlockedDownload::curation)).isEmpty();
      assertThat(platform.requests(STATUS)).isEmpty();
      assertThat(problem(found)).isEmpty();
    }

    @Test
    void isNotCheckedIfTheRepositoryCannotBeRead() {
      platform.server.forbid("/artifactory/api/repositories");

      BlockExplanation found = of(ADDRESS);

      assertThat(problem(found))
          .hasValueSatisfying(because -> assertThat(because).contains("answered 403"));
      assertThat(platform.requests(STATUS)).isEmpty();
    }

    @Test
    void isNotCheckedIfTheAddressNamesNoVersion() {
      BlockExplanation found =
          of("https://acme.example/artifactory/api/npm/npm-remote/@acme%2fcore");

      assertThat(problem(found)).contains("the address does not name a package and its version");
    }
  }
}
