package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which next steps an explanation has, and which it has no reason for. */
class NextStepsTest extends PlatformFixture {
  private static final String LIBS = repository("libs", "local");

  private static List<Kind> kinds(BlockExplanation explanation) {
    return explanation.nextSteps().stream().map(NextStep::kind).collect(Collectors.toList());
  }

  private static NextStep step(Kind kind, BlockExplanation explanation) {
    return explanation.nextSteps().stream()
        .filter(step -> step.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class ForACause {
    @Test
    void onViolationsAreAnotherVersionOrAnIgnoreRule() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", LIBS);

      assertThat(kinds(platform.explain()))
          .containsExactly(Kind.CHANGE_VERSION, Kind.CREATE_IGNORE_RULE);
    }

    @Test
    void onViolationsNameTheVersionsThatFixThem() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation("1", ",'fix_versions':['2.0.1','3.4']")
          .blockingViolation("2", ",'fix_versions':['3.4']");

      assertThat(step(Kind.CHANGE_VERSION, platform.explain()).text())
          .contains("2.0.1, 3.4")
          .doesNotContain("3.4, 3.4");
    }

    @Test
    void onViolationsNameTheVersionsOfEachComponentAndIssueOnTheirOwn() {
      String one = ",'infected_components':['npm://a:1.0'],'properties':[{'cve':'CVE-";
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation("1", one + "1'}],'fix_versions':['2.0','3.0']")
          .blockingViolation("2", one + "2'}],'fix_versions':['2.5']")
          .blockingViolation("3", ",'infected_components':['npm://b:7'],'fix_versions':['8']");

      assertThat(step(Kind.CHANGE_VERSION, platform.explain()).text())
          .contains(
              "Fixed versions: npm://a:1.0: CVE-1 is fixed in 2.0, 3.0, CVE-2 is fixed in 2.5;"
                  + " npm://b:7: XRAY-3 is fixed in 8.");
    }

    @Test
    void onViolationsNameAVersionThatFixesSeveralOfThemOnce() {
      String more = ",'infected_components':['npm://a:1.0'],'fix_versions':['2.0'],'properties':[";
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation("1", more + "{'cve':'CVE-1'},{'cve':'CVE-2'}]")
          .blockingViolation("2", more + "{'cve':'CVE-3'}]");

      assertThat(step(Kind.CHANGE_VERSION, platform.explain()).text())
          .isEqualTo("Use a version that does not have these violations. Fixed versions:"
              + " npm://a:1.0: CVE-1 and CVE-2 and CVE-3 are fixed in 2.0.");
    }

    @Test
    void onViolationsNameNoVersionOfOneThatDoesNotBlock() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", LIBS)
          .blockingViolation("1", ",'fix_versions':['1.1']")
          .violation("2", "w", matched("p", "'is_blocking':false"), ",'fix_versions':['2.2']")
          .violation(
              "3",
              "w",
              matched("p", "'is_blocking':true,'is_ignored':true"),
              ",'fix_versions':['3.3']")
          .violation(
              "4",
              "w",
              matched("p", "'is_blocking':false"),
              ",'applicability_details':[{'vulnerability_id':'CVE-4','result':'not_applicable'}]");

      BlockExplanation found = platform.explain();

      assertThat(step(Kind.CHANGE_VERSION, found).text())
          .contains("1.1")
          .doesNotContain("2.2", "3.3");
      assertThat(step(Kind.CREATE_IGNORE_RULE, found).text()).doesNotContain("CVE-4");
      assertThat(found.causes().get(0).violations())
          .singleElement()
          .satisfies(violation -> assertThat(violation.fixVersions()).containsExactly("1.1"));
    }

    @Test
    void onViolationsNameNoVersionIfNoneFixesThem() {
      platform.policy("p", BLOCK).watch("w", "p", LIBS).blockingViolation("1", "");

      assertThat(step(Kind.CHANGE_VERSION, platform.explain()).text()).doesNotContain("fixed");
    }

    @Test
    void onUnscannedArtifactsAreAScanOfThisOne() {
      platform.local("libs", "").policy("p", UNSCANNED).watch("w", "p", LIBS);

      BlockExplanation found = platform.explain();

      assertThat(kinds(found)).containsExactly(Kind.SCAN_AGAIN);
      assertThat(found.nextSteps().get(0).command().orElseThrow())
          .contains("libs/a/b.jar", platform.server.url() + "/xray/api/v2/index");
    }

    @Test
    void onUnscannedArtifactsHaveNoCommandIfThePathIsNotKnown() {
      platform.local("libs", "").policy("p", UNSCANNED).watch("w", "p", LIBS);

      BlockExplanation found = platform
          .downloads()
          .explain(RequestedArtifact.builder().repository("libs").build());

      assertThat(step(Kind.SCAN_AGAIN, found).command()).isEmpty();
    }
  }

  @Nested
  class WithoutCause {
    @Test
    void areToTryAgainWithMoreRightsOrElsewhere() {
      platform.local("libs", "");

      assertThat(kinds(platform.explain()))
          .containsExactly(Kind.RETRY, Kind.ASK_WITH_MORE_RIGHTS, Kind.ASK_OTHER_ARTIFACTORY);
    }

    @Test
    void nameTheProjectOfTheRepository() {
      platform.local("libs", ",'projectKey':'alpha'");

      assertThat(step(Kind.ASK_WITH_MORE_RIGHTS, platform.explain()).text()).contains("alpha");
    }

    @Test
    void areToIndexTheRepositoryIfItIsNotIndexed() {
      platform.put(FakeXray.Kind.REPOSITORIES, "{'key':'libs','rclass':'local','xrayIndex':false}");

      assertThat(kinds(platform.explain())).contains(Kind.INDEX_REPOSITORY);
    }
  }

  @Nested
  class ForARefusal {
    private BlockExplanation explain(String text) {
      List<BlockExplanation> found = platform.downloads().explain(text);
      assertThat(found).hasSize(1);
      return found.get(0);
    }

    private BlockExplanation curation(String end) {
      return explain(
          "Package a:1 download was blocked by JFrog Packages Curation service due to " + end);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "401 Unauthorized | CORRECT_CREDENTIALS",
          "{\"errors\":[{\"status\":403,\"message\":\"user temporarily suspended\"}]}"
              + " | CORRECT_CREDENTIALS",
          "<html><head><title>403 Forbidden</title></head></html> | CHECK_PROXY",
          "{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]} | CHECK_PERMISSIONS",
          "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"
              + " | ASK_ABOUT_MEMBERS"
        })
    void dependOnWhatItSays(String text, Kind kind) {
      assertThat(kinds(explain(text))).containsExactly(kind);
    }

    @Test
    void byCurationAreTheRecommendationsOfItsPolicies() {
      BlockExplanation found =
          curation("the following policies violated" + " {p,c,e,Upgrade to 2},{q,d,f,Replace it}.");

      assertThat(found.nextSteps())
          .filteredOn(step -> step.kind() == Kind.FOLLOW_RECOMMENDATION)
          .extracting(NextStep::text)
          .containsExactly("Upgrade to 2", "Replace it");
    }

    @Test
    void byCurationAreAWaiverOnlyIfWaiversAreAllowed() {
      String violated = "the following policies violated {p,c,e,Upgrade to 2}.";

      assertThat(kinds(curation(violated))).doesNotContain(Kind.REQUEST_WAIVER);
      assertThat(kinds(curation(violated + " [waivers allowed]"))).contains(Kind.REQUEST_WAIVER);
    }

    @Test
    void byCurationAreToWaitIfItPassesByItself() {
      assertThat(kinds(curation("the package not being found in the catalog.")))
          .containsExactly(Kind.WAIT_FOR_CATALOG);
      assertThat(kinds(curation("a curation on-demand scan in progress.")))
          .containsExactly(Kind.WAIT_FOR_SCAN);
    }

    @Test
    void withoutRepositoryNameTenWatchesAndCountTheOthers() {
      platform.policy("p", BLOCK);
      for (int i = 10; i < 20; i++) {
        platform.watch("w" + i, "p", allRepositories());
      }
      String refusal = "Artifact download request rejected due to download blocking policy";

      assertThat(step(Kind.CHECK_WATCHES, explain(refusal)).text())
          .contains("w10", "w19")
          .doesNotContain("0 more");

      platform.watch("w20", "p", allRepositories()).watch("w21", "p", allRepositories());

      assertThat(step(Kind.CHECK_WATCHES, explain(refusal)).text())
          .contains("w10", "w19", " 2 more")
          .doesNotContain("w20");
    }
  }
}
